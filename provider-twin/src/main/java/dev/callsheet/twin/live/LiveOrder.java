package dev.callsheet.twin.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a token was asked for.
 *
 * @param asked the length that was asked for; null for none
 * @param persona FULL only
 * @param room LITE only; null for a room of the provider's
 */
record LiveOrder(
        Mode mode,
        String avatarId,
        boolean sandbox,
        @Nullable Duration asked,
        @Nullable Persona persona,
        @Nullable RoomOrder room) {}
