package dev.callsheet.requestapi.domain.webhook;

import java.time.Instant;

/** What an answer means. */
public sealed interface Outcome {
    /** The receiver has it. */
    record Delivered() implements Outcome {}

    /** Once more, not before this. */
    record Again(Instant at) implements Outcome {}

    /** No more by itself. */
    record GivenUp() implements Outcome {}

    /** Nothing more to this endpoint. @param reason {@code gone} or {@code failing} */
    record Disable(String reason) implements Outcome {}
}
