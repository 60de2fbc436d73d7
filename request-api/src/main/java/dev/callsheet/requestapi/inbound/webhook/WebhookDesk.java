package dev.callsheet.requestapi.inbound.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.domain.webhook.Rotation;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookChange;
import dev.callsheet.requestapi.inbound.IdempotencyKey;
import dev.callsheet.requestapi.outbound.webhook.Seal;
import dev.callsheet.requestapi.outbound.webhook.Sender;
import dev.callsheet.requestapi.outbound.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the register of endpoints: what is wrong is said before anything is written. */
@ApplicationScoped
class WebhookDesk {
    private static final int MOST_BYTES = 16_384;
    private static final int MOST_TOKENS = 500;

    private final Webhooks webhooks;
    private final Sender sender;
    private final Seal seal;
    private final Clock clock;
    private final RequestDocument documents = new RequestDocument(MOST_BYTES, MOST_TOKENS);

    WebhookDesk(Webhooks webhooks, Sender sender, Seal seal, Clock clock) {
        this.webhooks = webhooks;
        this.sender = sender;
        this.seal = seal;
        this.clock = clock;
    }

    /** The key is in the answer of the call that has made it, not in a repeat's. */
    Webhooks.Registered.Entered register(TenantId tenant, IdempotencyKey key, byte[] body) {
        JsonNode document = documents.read(body);
        WebhookChange wish = WebhookChange.registration(document);
        requireRight(wish.violations());
        requireSeal();
        requireReachable(wish.url());
        String hash = BodyHash.of(document);
        return switch (webhooks.register(tenant, key.value(), wish, hash, clock.instant())) {
            case Webhooks.Registered.Entered entered -> entered;
            case Webhooks.Registered.OtherBody(String first) -> throw WebhookProblems.otherBody(first, hash);
            case Webhooks.Registered.TooMany(int most) -> throw WebhookProblems.tooMany(most);
        };
    }

    List<Webhook> all(TenantId tenant, int limit) {
        return webhooks.of(tenant, limit);
    }

    Webhook find(TenantId tenant, UUID id) {
        return webhooks.find(tenant, id).orElseThrow(WebhookProblems::unknown);
    }

    Webhook change(TenantId tenant, UUID id, byte[] body) {
        find(tenant, id);
        WebhookChange change = WebhookChange.of(documents.read(body));
        requireRight(change.violations());
        requireReachable(change.url());
        return webhooks.change(tenant, id, change, clock.instant()).orElseThrow(WebhookProblems::unknown);
    }

    Webhooks.Rotated rotate(TenantId tenant, UUID id, byte @Nullable [] body) {
        find(tenant, id);
        Rotation rotation =
                Rotation.of(body == null || body.length == 0 ? MissingNode.getInstance() : documents.read(body));
        requireRight(rotation.violations());
        requireSeal();
        return webhooks.rotate(tenant, id, rotation.overlap(), clock.instant()).orElseThrow(WebhookProblems::unknown);
    }

    void delete(TenantId tenant, UUID id) {
        if (!webhooks.delete(tenant, id)) {
            throw WebhookProblems.unknown();
        }
    }

    /** An id in a path; what is none is an unknown one. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw WebhookProblems.unknown();
        }
    }

    private void requireReachable(@Nullable String url) {
        String refusal = url == null ? null : sender.refusal(url);
        if (refusal != null) {
            throw WebhookProblems.address(refusal);
        }
    }

    private void requireSeal() {
        if (!seal.isReady()) {
            throw WebhookProblems.off();
        }
    }

    private static void requireRight(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw WebhookProblems.invalid(violations);
        }
    }
}
