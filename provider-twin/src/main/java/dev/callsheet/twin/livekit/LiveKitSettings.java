package dev.callsheet.twin.livekit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The twin's LiveKit server ({@code twin.livekit.*}). */
@ConfigMapping(prefix = "twin.livekit")
public interface LiveKitSettings {
    /** The API key, which tokens name as their issuer. */
    @WithDefault("twin-livekit-key")
    String key();

    /** The secret that tokens are signed with. */
    @WithDefault("twin-livekit-secret-of-32-characters-or-more")
    String secret();

    /** How long a viewer's token can be used to join; somebody who is in the room gets new ones. */
    @WithDefault("PT10M")
    Duration tokenLifetime();

    /** How long a room that nobody joined stays, unless its creator says otherwise. */
    @WithDefault("PT5M")
    Duration emptyTimeout();

    /** How long a room stays after the last has left, unless its creator says otherwise. */
    @WithDefault("PT20S")
    Duration departureTimeout();

    /** How long a viewer whose signalling is cut may come back and find the media still running. */
    @WithDefault("PT10S")
    Duration resumeWindow();
}
