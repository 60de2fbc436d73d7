package dev.callsheet.twin.queue.domain;

/** What may happen to a job. */
public sealed interface Signal {

    /** Time went by. */
    record Tick() implements Signal {}

    /** One of the places is free for it. */
    record PlaceFree() implements Signal {}

    /** The work is done, well or badly. */
    record Done(JobState.Result result) implements Signal {}

    /**
     * The owner asks to give it up.
     *
     * @param always true if even work that has begun is given up
     */
    record CancelAsked(boolean always) implements Signal {}

    /** A job that is held or hidden may go on and be seen. */
    record Released() implements Signal {}
}
