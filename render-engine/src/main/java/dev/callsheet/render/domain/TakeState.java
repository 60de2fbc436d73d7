package dev.callsheet.render.domain;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a take stands; {@link Take} has the table of transitions. */
public sealed interface TakeState {

    /**
     * A render that the provider has accepted.
     *
     * @param then what becomes of it although the tenant wants it stopped; null as long as it need not stop
     */
    record Render(
            String providerId,
            Instant submittedAt,
            @Nullable Unstoppable then) {
        public Render(String providerId, Instant submittedAt) {
            this(providerId, submittedAt, null);
        }
    }

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

    /** The tenant has stopped it. @param spentMicros its price if the provider would not stop, else 0 */
    record Cancelled(long spentMicros) implements TakeState {}

    /** The states' names in tables and answers, in the order of a take's life. */
    enum Word {
        QUEUED,
        SUBMITTING,
        UNSURE,
        RENDERING,
        WEDGED,
        FETCHING,
        FINISHED,
        FAILED,
        CANCELLED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name in tables and answers. */
    default String word() {
        return kind().text();
    }

    /** Which of the states this is. */
    default Word kind() {
        return switch (this) {
            case Queued _ -> Word.QUEUED;
            case Submitting _ -> Word.SUBMITTING;
            case Unsure _ -> Word.UNSURE;
            case Rendering _ -> Word.RENDERING;
            case Wedged _ -> Word.WEDGED;
            case Fetching _ -> Word.FETCHING;
            case Finished _ -> Word.FINISHED;
            case Failed _ -> Word.FAILED;
            case Cancelled _ -> Word.CANCELLED;
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
