package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.media.MediaRefused;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.media.door.OutgoingDoor;
import dev.callsheet.media.door.Posted;
import dev.callsheet.requestapi.domain.webhook.Answer;
import dev.callsheet.requestapi.domain.webhook.RetryAfter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends one delivery, signed, through the door for addresses of users. Thread-safe; returns within the timeout. */
@ApplicationScoped
public class Sender {
    private final OutgoingDoor door;

    Sender(WebhookSettings settings) {
        this.door = new OutgoingDoor(
                new DoorSettings(
                        settings.hosts().orElse(Set.of()),
                        false,
                        settings.connectTimeout(),
                        settings.timeout(),
                        settings.timeout()),
                "callsheet-webhooks");
    }

    @PreDestroy
    void close() {
        door.close();
    }

    /** Why nothing can be sent to this address now; null if it can. */
    public @Nullable String refusal(String url) {
        try {
            door.check(url);
            return null;
        } catch (MediaRefused e) {
            return e.getMessage();
        }
    }

    /** @param now goes into the signature */
    public Answer send(Due due, Instant now) {
        if (due.keys().isEmpty()) {
            return new Answer.None("the key that signs it cannot be read here");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", due.id().toString());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                due.keys().stream()
                        .map(key -> key.sign(due.id(), now, due.payload()))
                        .collect(Collectors.joining(" ")));
        try {
            Posted posted = door.post(due.url(), headers, "application/json", due.payload());
            return new Answer.Status(posted.status(), RetryAfter.read(posted.retryAfter(), now), posted.head());
        } catch (MediaRefused e) {
            return new Answer.None(String.valueOf(e.getMessage()));
        }
    }
}
