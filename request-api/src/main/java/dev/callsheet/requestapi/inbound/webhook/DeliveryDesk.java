package dev.callsheet.requestapi.inbound.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.RequestDocument;
import dev.callsheet.requestapi.domain.webhook.Delivery;
import dev.callsheet.requestapi.domain.webhook.DeliveryState;
import dev.callsheet.requestapi.domain.webhook.Notice;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.inbound.RequestResource;
import dev.callsheet.requestapi.outbound.webhook.Bell;
import dev.callsheet.requestapi.outbound.webhook.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists deliveries and sends them again, for their tenant and for operators alike. */
@ApplicationScoped
class DeliveryDesk {
    private static final int MOST_BYTES = 4_096;

    private final Deliveries deliveries;
    private final Bell bell;
    private final Clock clock;
    private final RequestDocument documents = new RequestDocument(MOST_BYTES, 100);

    DeliveryDesk(Deliveries deliveries, Bell bell, Clock clock) {
        this.deliveries = deliveries;
        this.bell = bell;
        this.clock = clock;
    }

    List<Delivery> list(Webhook webhook, @Nullable String state, @Nullable String before, String limit) {
        return deliveries.list(webhook.id(), state(state), before(before), RequestResource.atMost(limit));
    }

    Delivery find(Webhook webhook, UUID id) {
        return deliveries.find(webhook.id(), id).orElseThrow(WebhookProblems::unknownDelivery);
    }

    /** A trial of the line. */
    Delivery test(Webhook webhook) {
        requireActive(webhook);
        Instant now = clock.instant();
        Delivery entered = deliveries.enter(webhook.id(), Notice.test(webhook.id(), now), now);
        bell.ring();
        return entered;
    }

    Delivery redeliver(Webhook webhook, UUID id) {
        requireActive(webhook);
        Delivery again =
                deliveries.again(webhook.id(), id, clock.instant()).orElseThrow(WebhookProblems::unknownDelivery);
        bell.ring();
        return again;
    }

    /** All that were given up or held. @param body says since when @return how many */
    int redeliver(Webhook webhook, byte @Nullable [] body) {
        Instant since = since(body == null || body.length == 0 ? null : documents.read(body));
        requireActive(webhook);
        int again = deliveries.allAgain(webhook.id(), since, clock.instant());
        bell.ring();
        return again;
    }

    private static void requireActive(Webhook webhook) {
        if (webhook.state() != WebhookState.ACTIVE) {
            throw WebhookProblems.notActive(webhook.state());
        }
    }

    private static Instant since(@Nullable JsonNode body) {
        String text = body == null ? "" : body.path("since").asText("");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw WebhookProblems.invalid(List.of(new Violation(
                    "field.form",
                    "/since",
                    text.isEmpty() ? "nothing" : text,
                    "a time as 2030-01-31T12:00:00Z",
                    null)));
        }
    }

    private static @Nullable DeliveryState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DeliveryState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw WebhookProblems.query("state", text, Arrays.toString(DeliveryState.values()));
        }
    }

    private static @Nullable UUID before(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw WebhookProblems.query("before", text, "the id of a delivery");
        }
    }
}
