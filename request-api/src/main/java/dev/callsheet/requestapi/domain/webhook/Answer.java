package dev.callsheet.requestapi.domain.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. */
public sealed interface Answer {
    /**
     * The receiver answered.
     *
     * @param retryAfter how long it asks us to wait; null if it does not say
     * @param words the beginning of its answer, for the tenant who owns it
     */
    record Status(int code, @Nullable Duration retryAfter, String words) implements Answer {}

    /** It did not, or was not asked. @param reason for the tenant */
    record None(String reason) implements Answer {}
}
