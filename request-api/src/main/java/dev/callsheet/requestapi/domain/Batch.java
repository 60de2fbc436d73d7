package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are asked for as one.
 *
 * @param id its own, or its parent request's
 * @param total how many were asked for, the refused ones too
 * @param bodyHash of the body that it came in; null for a parent's
 * @param sentAt when the last of its requests was on the log; null until then
 */
public record Batch(
        UUID id,
        TenantId tenant,
        Kind kind,
        @Nullable String title,
        @Nullable String campaign,
        int total,
        @Nullable String bodyHash,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant cancelledAt) {

    /** Where its requests come from. */
    public enum Kind {
        /** Rows that were handed in together. */
        CATALOGUE("catalogue"),
        /** One request that asks for several clips. */
        FAN_OUT("fan-out"),
        /** The pictures in a folder. */
        FOLDER("folder");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        /** @throws IllegalArgumentException for a kind that we do not have */
        public static Kind of(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire.equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of batch '" + wire + "'"));
        }
    }

    /** The id of what is handed in under a key. */
    public static UUID idOf(TenantId tenant, String idempotencyKey) {
        return DerivedId.of("batch", tenant.value(), idempotencyKey);
    }

    /** What a parent has become. */
    public static Batch of(RequestId parent, TenantId tenant, Story story, Instant heard) {
        Instant created = story.createdAt().orElse(heard);
        return new Batch(
                parent.value(),
                tenant,
                story.isFolder() ? Kind.FOLDER : Kind.FAN_OUT,
                story.title().orElse(null),
                story.campaign().orElse(null),
                story.children().size(),
                null,
                created,
                created,
                null);
    }

    /** Whether there is a request of the same id. */
    public boolean isParent() {
        return kind != Kind.CATALOGUE;
    }
}
