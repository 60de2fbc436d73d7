package dev.callsheet.requestapi.outbound.webhook;

import dev.callsheet.requestapi.domain.webhook.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this pod may send until its lease ends.
 *
 * @param keys that sign it: the current one, then the one before it while the two overlap
 * @param attempt which it is in all, from 1
 * @param tries which it is of this round, from 1
 * @param failingSince of the endpoint
 */
public record Due(
        UUID id,
        UUID webhookId,
        UUID lease,
        String url,
        byte[] payload,
        List<SigningKey> keys,
        int attempt,
        int tries,
        @Nullable Instant failingSince) {
    public Due {
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "delivery " + id + " to webhook " + webhookId;
    }
}
