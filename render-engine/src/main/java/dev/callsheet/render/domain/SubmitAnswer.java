package dev.callsheet.render.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a submit. Only {@link Accepted} and {@link Ambiguous} can cost money. */
public sealed interface SubmitAnswer {

    record Accepted(String providerId) implements SubmitAnswer {}

    /** It has surely not reached the provider. */
    record NotSent(String cause) implements SubmitAnswer {}

    /** The provider takes nothing now. @param after its own word on when to come again */
    record PutOff(String cause, @Nullable Duration after) implements SubmitAnswer {}

    /** No credits, or a key that is not taken: nothing goes through until somebody acts. */
    record Closed(String cause) implements SubmitAnswer {}

    /** The provider will never take this. */
    record Refused(String code, String message) implements SubmitAnswer {}

    /** It may have been taken. */
    record Ambiguous(String cause) implements SubmitAnswer {}
}
