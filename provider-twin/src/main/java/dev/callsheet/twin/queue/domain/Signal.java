package dev.callsheet.twin.queue.domain;

/** What may happen to a job. */
public sealed interface Signal {

    /** Time went by. */
    record Tick() implements Signal {}

    /** One of the places is free for it. */
    record PlaceFree() implements Signal {}

    /** The work is done, well or badly. */
    record Done(JobState.Result result) implements Signal {}

    /** The owner asks to give it up. */
    record CancelAsked() implements Signal {}

    /** A wedged job may go on. */
    record Released() implements Signal {}
}
