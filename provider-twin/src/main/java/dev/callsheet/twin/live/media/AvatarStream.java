package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One session's picture (640x360) and voice (24 kHz mono) for any number of viewers. Nothing is drawn while nobody
 * watches. Thread-safe.
 */
public final class AvatarStream {
    private static final Logger LOG = Logger.getLogger(AvatarStream.class);
    private static final int BITS = 16;
    private static final int SAMPLE_RATE = 24_000;

    private final PeerConnectionFactory factory;
    private final Canvas canvas;
    private final String host;
    private final CustomVideoSource pictures = new CustomVideoSource();
    private final CustomAudioSource sound = new CustomAudioSource();
    private final VideoTrack video;
    private final AudioTrack audio;
    private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
    // A source must not be disposed of while a frame goes in: that is a crash of the process, not an exception.
    private final Object pictureLock = new Object();
    private final Object soundLock = new Object();
    private volatile double loudness;
    private boolean closed;

    AvatarStream(PeerConnectionFactory factory, Face face, String host) {
        this.factory = factory;
        this.canvas = new Canvas(face);
        this.host = host;
        this.video = factory.createVideoTrack("avatar-video", pictures);
        this.audio = factory.createAudioTrack("avatar-audio", sound);
    }

    /** A viewer that was let in: its id and the SDP answer. */
    public record Admission(String id, String answer) {}

    /** An offer that cannot be answered. */
    public static final class NotAdmitted extends RuntimeException {
        NotAdmitted(String message) {
            super(message);
        }
    }

    /**
     * Answers a viewer's SDP offer; the media flows when the connection stands.
     *
     * @throws NotAdmitted if the offer cannot be answered
     */
    public Admission admit(String offer) {
        viewers.values().removeIf(Viewer::closeIfGone);
        var viewer = Viewer.of(factory, video, audio);
        try {
            String answer = viewer.answer(offer, host);
            String id = UUID.randomUUID().toString();
            viewers.put(id, viewer);
            return new Admission(id, answer);
        } catch (NotAdmitted e) {
            viewer.close();
            throw e;
        }
    }

    /** Closes one viewer's connection; an unknown id is ignored. */
    public void dismiss(String viewerId) {
        var viewer = viewers.remove(viewerId);
        if (viewer != null) {
            viewer.close();
        }
    }

    /** Takes 10 ms of signed 16-bit samples and their loudness (RMS, 0 to 1). */
    public void hear(byte[] pcm, double rms) {
        loudness = rms;
        if (viewers.isEmpty()) {
            return;
        }
        synchronized (soundLock) {
            if (!closed) {
                sound.pushAudio(pcm, BITS, SAMPLE_RATE, 1, pcm.length / 2);
            }
        }
    }

    /** Shuts the mouth now. */
    public void hush() {
        loudness = 0;
    }

    /** Draws and sends the picture of this moment, if anybody watches. */
    public void draw(long nanos) {
        if (viewers.isEmpty()) {
            return;
        }
        synchronized (pictureLock) {
            if (!closed) {
                canvas.push(pictures, nanos, loudness);
            }
        }
    }

    /** Ends all connections; safe to call once only. */
    public void close() {
        viewers.keySet().forEach(this::dismiss);
        synchronized (pictureLock) {
            synchronized (soundLock) {
                closed = true;
                release(video::dispose);
                release(audio::dispose);
                release(pictures::dispose);
                release(sound::dispose);
            }
        }
    }

    private static void release(Runnable part) {
        try {
            part.run();
        } catch (Error e) {
            // Our reference is given back all the same; the engine's own threads may drop theirs a moment later.
            LOG.debug(e.getMessage());
        }
    }
}
