package dev.callsheet.avatar.outbound.livekit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An own LiveKit server ({@code callsheet.livekit.*}); without an address there is none. Key and secret never leave this
 * service.
 */
@ConfigMapping(prefix = "callsheet.livekit")
public interface LiveKitAccess {
    /** {@code ws}, {@code wss}, {@code http} or {@code https}; viewers get the first two, calls the others. */
    Optional<URI> url();

    Optional<String> key();

    /** At least 32 bytes: tokens are signed with it (RFC 7518, 3.2). */
    Optional<String> secret();

    /** How long a token can be used to join. Who is in the room gets new ones from the server. */
    @WithDefault("PT10M")
    Duration tokenLifetime();

    /** How long a room stays before anybody comes. */
    @WithDefault("PT5M")
    Duration emptyTimeout();

    /** How long a room stays after the last has left: longer than a pod's takeover and a viewer's reconnect. */
    @WithDefault("PT1M")
    Duration departureTimeout();

    /** Whether viewers may publish their microphone into the room; picture and screen they never may. */
    @WithDefault("false")
    boolean viewerMicrophone();

    /** Folder of recordings in the storage that the server's egress is set up with. */
    @WithDefault("callsheet")
    String recordings();
}
