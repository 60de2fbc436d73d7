package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import java.time.Instant;

/** Where a take stands; {@link Take} has the table of transitions. */
public sealed interface TakeState {

    /** A render that the provider has accepted. */
    record Render(String providerId, Instant submittedAt) {}

    /** Waits for its turn; nothing is spent. @param tries how often it came back from a submit or an upload */
    record Queued(int tries) implements TakeState {}

    /** The intent is stored, the submit may be under way: money is committed. @param tries as it was queued */
    record Submitting(Instant since, int tries) implements TakeState {}

    /** No answer came to the submit: money may be spent. @param since when that was known */
    record Unsure(Instant submittedAt, Instant since) implements TakeState {}

    /** The provider works on it. @param emptyReads how often a success without a medium was read */
    record Rendering(Render render, int emptyReads) implements TakeState {}

    /** Past every expected time; held and still watched. */
    record Wedged(Render render) implements TakeState {}

    /** The clip exists at the provider. @param tries how often fetching it has failed */
    record Fetching(Render render, Instant endedAt, int tries) implements TakeState {}

    /** The clip is in our store, and paid. */
    record Finished(Fact.Clip clip) implements TakeState {}

    /** There will be no clip. @param paid whether the provider was paid all the same */
    record Failed(String code, String message, boolean retryable, boolean paid) implements TakeState {}

    /** Stopped before money was spent. */
    record Cancelled() implements TakeState {}

    /** The name in tables and answers. */
    default String word() {
        return switch (this) {
            case Queued _ -> "queued";
            case Submitting _ -> "submitting";
            case Unsure _ -> "unsure";
            case Rendering _ -> "rendering";
            case Wedged _ -> "wedged";
            case Fetching _ -> "fetching";
            case Finished _ -> "finished";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** Whether nothing can follow. */
    default boolean ended() {
        return switch (this) {
            case Finished _, Failed _, Cancelled _ -> true;
            case Queued _, Submitting _, Unsure _, Rendering _, Wedged _, Fetching _ -> false;
        };
    }

    /** Whether money is committed and neither settled nor released. */
    default boolean moneyOpen() {
        return switch (this) {
            case Submitting _, Unsure _, Rendering _, Wedged _, Fetching _ -> true;
            case Queued _, Finished _, Failed _, Cancelled _ -> false;
        };
    }

    /** Whether it counts against the provider's concurrency; a wedged take must not hold up the line. */
    default boolean holdsSlot() {
        return switch (this) {
            case Submitting _, Unsure _, Rendering _ -> true;
            case Queued _, Wedged _, Fetching _, Finished _, Failed _, Cancelled _ -> false;
        };
    }
}
