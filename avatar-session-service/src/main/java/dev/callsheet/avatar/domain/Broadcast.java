package dev.callsheet.avatar.domain;

import dev.callsheet.conversation.line.Media;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A started session at the provider.
 *
 * @param controlUrl the WebSocket that takes the avatar's audio, a secret; null if the provider has none (FULL)
 * @param media the way to the picture, if the provider's room shows it
 * @param allowed how long the provider says that it may last; null if it says nothing
 */
public record Broadcast(
        String providerId,
        @Nullable String controlUrl,
        Media media,
        @Nullable Duration allowed) {}
