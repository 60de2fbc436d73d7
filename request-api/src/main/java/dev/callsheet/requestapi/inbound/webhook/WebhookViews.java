package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Delivery;
import dev.callsheet.requestapi.domain.webhook.DeliveryState;
import dev.callsheet.requestapi.domain.webhook.SigningKey;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints and deliveries as our answers show them. */
final class WebhookViews {
    private WebhookViews() {}

    /**
     * An endpoint.
     *
     * @param tenant shown to operators only
     * @param signature {@code v1} or {@code v1a}
     * @param secret {@code whsec_...}, in the answers that have made it and never again
     * @param publicKey {@code whpk_...} of v1a
     * @param reason why it is disabled
     */
    record WebhookView(
            String id,
            @Nullable String tenant,
            String url,
            @Nullable String description,
            List<String> types,
            WebhookState state,
            @Nullable String reason,
            @Nullable Instant failingSince,
            String signature,
            @Nullable String secret,
            @Nullable String publicKey,
            @Nullable Instant oldKeyUntil,
            Instant createdAt,
            Instant updatedAt,
            Links links) {}

    /** Addresses below this service. */
    record Links(String self, String deliveries) {}

    /** A delivery with what came of its attempts, the newest first. */
    record DeliveryView(
            String id,
            String webhookId,
            String eventId,
            String type,
            Instant occurredAt,
            DeliveryState state,
            int attempts,
            @Nullable Instant nextAt,
            Instant createdAt,
            List<Delivery.Attempt> tried) {}

    /** How many go out again. */
    record Redelivery(int deliveries) {}

    static WebhookView of(Webhook webhook, Instant now) {
        return of(webhook, null, now);
    }

    /** @param made to be shown this once; null for nothing new */
    static WebhookView of(Webhook webhook, @Nullable SigningKey made, Instant now) {
        Instant until = webhook.oldKeyUntil();
        String self = WebhookResource.PATH + "/" + webhook.id();
        return new WebhookView(
                webhook.id().toString(),
                null,
                webhook.url(),
                webhook.description(),
                webhook.types(),
                webhook.state(),
                webhook.reason(),
                webhook.failingSince(),
                webhook.scheme().wire(),
                made instanceof SigningKey.Shared shared ? shared.verifier() : null,
                webhook.publicKey(),
                until != null && until.isAfter(now) ? until : null,
                webhook.createdAt(),
                webhook.updatedAt(),
                new Links(self, self + "/deliveries"));
    }

    /** For operators: whose it is, and no more of the address than where it leads, since the rest may be a secret. */
    static WebhookView forOperators(Webhook webhook, Instant now) {
        WebhookView view = of(webhook, now);
        String self = OperatorWebhookResource.PATH + "/" + webhook.id();
        return new WebhookView(
                view.id(),
                webhook.tenant().value(),
                view.url().replaceFirst("^([^/?]*//[^/?]*).*$", "$1"),
                view.description(),
                view.types(),
                view.state(),
                view.reason(),
                view.failingSince(),
                view.signature(),
                null,
                null,
                view.oldKeyUntil(),
                view.createdAt(),
                view.updatedAt(),
                new Links(self, self + "/deliveries"));
    }

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id().toString(),
                delivery.webhookId().toString(),
                delivery.eventId(),
                delivery.type(),
                delivery.occurredAt(),
                delivery.state(),
                delivery.attempts(),
                delivery.dueAt(),
                delivery.createdAt(),
                delivery.tried());
    }
}
