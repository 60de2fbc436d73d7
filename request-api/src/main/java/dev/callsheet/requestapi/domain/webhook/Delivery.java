package dev.callsheet.requestapi.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way to one endpoint.
 *
 * @param id the header webhook-id
 * @param eventId the fact's own id
 * @param attempts how often it was tried in all
 * @param dueAt when it is tried next; of one that is on its way, when it is taken to be lost; null unless it is pending
 * @param tried the attempts whose end is known, the newest first
 */
public record Delivery(
        UUID id,
        UUID webhookId,
        String eventId,
        String type,
        Instant occurredAt,
        DeliveryState state,
        int attempts,
        @Nullable Instant dueAt,
        Instant createdAt,
        List<Attempt> tried) {
    public Delivery {
        tried = List.copyOf(tried);
    }

    /** The same with its attempts. */
    public Delivery with(List<Attempt> attempts) {
        return new Delivery(id, webhookId, eventId, type, occurredAt, state, this.attempts, dueAt, createdAt, attempts);
    }

    /**
     * An attempt that has ended.
     *
     * @param status of the answer; null if none came
     * @param failure why none came; null if one did
     * @param answer the beginning of the receiver's words; null for none
     */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable String failure,
            long durationMs,
            @Nullable String answer) {}
}
