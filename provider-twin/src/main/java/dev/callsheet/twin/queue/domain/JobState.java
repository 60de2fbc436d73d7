package dev.callsheet.twin.queue.domain;

import java.time.Instant;
import java.util.Optional;

/** Where a job stands; the table of transitions is at {@link Job}. */
public sealed interface JobState {

    /** Waits for a free place. */
    record Queued() implements JobState {}

    /** Has a place; work starts at the given time. */
    record Dispatched(Instant startsAt) implements JobState {}

    /** Is worked on, ends not before the given time; holds the result as soon as there is one. */
    record Processing(Instant endsAt, Optional<Result> result) implements JobState {}

    /** Ended with a file. */
    record Succeeded(Clip clip) implements JobState {}

    /** Ended with nothing. */
    record Failed(String reason) implements JobState {}

    /** Given up by its owner before the work began. */
    record Cancelled() implements JobState {}

    /** What came of the work. */
    sealed interface Result permits Clip, Broken {}

    /** A finished file, and a picture of it, by their names in the artifact bucket. */
    record Clip(String video, String thumbnail) implements Result {}

    /** No file, and why. */
    record Broken(String reason) implements Result {}

    /** The provider's word for the state. */
    default String word() {
        return switch (this) {
            case Queued _ -> "queued";
            case Dispatched _ -> "dispatched";
            case Processing _ -> "processing";
            case Succeeded _ -> "success";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** True if nothing follows. */
    default boolean ended() {
        return switch (this) {
            case Queued _, Dispatched _, Processing _ -> false;
            case Succeeded _, Failed _, Cancelled _ -> true;
        };
    }

    /** True if the job takes one of the places. */
    default boolean placed() {
        return switch (this) {
            case Dispatched _, Processing _ -> true;
            case Queued _, Succeeded _, Failed _, Cancelled _ -> false;
        };
    }
}
