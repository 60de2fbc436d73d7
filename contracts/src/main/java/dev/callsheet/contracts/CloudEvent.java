package dev.callsheet.contracts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event (CloudEvents 1.0.2). {@code (source, id)} is unique: whoever has seen the pair has seen the event.
 *
 * @param type reverse-DNS name with its version, as {@code dev.callsheet.take.finished.v1}
 * @param subject the aggregate's id
 * @param extensions further attributes by lower-case name, as {@code traceparent}
 * @param data JSON, UTF-8
 */
public record CloudEvent(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        Map<String, String> extensions,
        byte[] data) {
    public static final String TRACEPARENT = "traceparent";

    public CloudEvent {
        extensions = Map.copyOf(extensions);
    }

    /** The same event with one more extension attribute. */
    public CloudEvent with(String extension, String value) {
        var all = new java.util.HashMap<>(extensions);
        all.put(extension, value);
        return new CloudEvent(id, source, type, subject, time, all, data);
    }
}
