package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The process's one WebRTC engine. On a machine that lacks its native libraries there is none, and all else goes on. */
@ApplicationScoped
@Startup
public class MediaEngine {
    private static final Logger LOG = Logger.getLogger(MediaEngine.class);

    private final String host;
    private @Nullable PeerConnectionFactory factory;
    private @Nullable String missing;

    MediaEngine(@ConfigProperty(name = "twin.liveavatar.media-host", defaultValue = "127.0.0.1") String host) {
        this.host = host;
        try {
            // The dummy layer, not the headless module: with that one, pushed audio aborts the process in native code.
            this.factory = new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
        } catch (LinkageError | RuntimeException e) {
            this.missing = cause(e);
            LOG.warnf("live sessions have no picture: %s (on Debian: apt-get install libpulse0)", missing);
        }
    }

    /** A picture and a voice for one session; the avatar's id decides how it looks. Empty without native libraries. */
    public Optional<AvatarStream> open(String avatarId) {
        return Optional.ofNullable(factory).map(f -> new AvatarStream(f, new Face(avatarId.hashCode()), host));
    }

    /** A connection that gives a room's participant what is shown. Empty without native libraries. */
    public Optional<Downlink> downlink(Downlink.Signals signals) {
        return Optional.ofNullable(factory).map(f -> new Downlink(f, host, signals));
    }

    /** A connection that takes what a room's participant gives. Empty without native libraries. */
    public Optional<Uplink> uplink(Consumer<byte[]> heard) {
        return Optional.ofNullable(factory).map(f -> new Uplink(f, host, heard));
    }

    /** Why there is no media; empty if there is. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    /** The linker's own words, without the path of the unpacked library before them. */
    private static String cause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = String.valueOf(root.getMessage());
        return words.substring(words.indexOf(": ") + 1).strip();
    }
}
