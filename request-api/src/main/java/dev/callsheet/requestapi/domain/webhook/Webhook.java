package dev.callsheet.requestapi.domain.webhook;

import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a partner, without what its deliveries are signed with.
 *
 * @param types what it has chosen, as {@link EventTypes} understands it
 * @param reason why it is disabled: {@code gone} or {@code failing}; null otherwise
 * @param failingSince the first failure after the last success; null if the last attempt went well
 * @param publicKey {@code whpk_...} of scheme v1a; null for v1
 * @param oldKeyUntil when the key before the last rotation ends; null without one
 */
public record Webhook(
        UUID id,
        TenantId tenant,
        String url,
        @Nullable String description,
        List<String> types,
        WebhookState state,
        @Nullable String reason,
        @Nullable Instant failingSince,
        Scheme scheme,
        @Nullable String publicKey,
        @Nullable Instant oldKeyUntil,
        Instant createdAt,
        Instant updatedAt) {
    public Webhook {
        types = List.copyOf(types);
    }

    /** As it is after a change by its tenant. To make it active is to forget its failures. */
    public Webhook with(WebhookChange change, Instant now) {
        WebhookState next = change.state() == null ? state : change.state();
        boolean anew = next == WebhookState.ACTIVE && state != WebhookState.ACTIVE;
        return new Webhook(
                id,
                tenant,
                change.url() == null ? url : change.url(),
                change.description() == null ? description : change.description(),
                change.types() == null ? types : change.types(),
                next,
                next == WebhookState.DISABLED ? reason : null,
                anew ? null : failingSince,
                scheme,
                publicKey,
                oldKeyUntil,
                createdAt,
                now);
    }
}
