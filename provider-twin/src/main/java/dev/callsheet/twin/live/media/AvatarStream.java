package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Width of the picture, in pixels. */
    public static final int WIDTH = Face.WIDTH;

    /** Height of the picture, in pixels. */
    public static final int HEIGHT = Face.HEIGHT;

    private final PeerConnectionFactory factory;
    private final Canvas canvas;
    private final String host;
    private final String videoSid = sid("TR_VC");
    private final String audioSid = sid("TR_AM");
    private final CustomVideoSource pictures = new CustomVideoSource();
    private final CustomAudioSource sound = new CustomAudioSource();
    private final VideoTrack video;
    private final AudioTrack audio;
    private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
    private final Set<Downlink> rooms = ConcurrentHashMap.newKeySet();
    // A source must not be disposed of while a frame goes in: that is a crash of the process, not an exception.
    private final Object pictureLock = new Object();
    private final Object soundLock = new Object();
    private volatile double loudness;
    private boolean closed;

    AvatarStream(PeerConnectionFactory factory, Face face, String host) {
        this.factory = factory;
        this.canvas = new Canvas(face);
        this.host = host;
        this.video = factory.createVideoTrack(videoSid, pictures);
        this.audio = factory.createAudioTrack(audioSid, sound);
    }

    /** A viewer that was let in: its id and the SDP answer. */
    public record Admission(String id, String answer) {}

    /** A session description that cannot be used. */
    public static final class NotAdmitted extends RuntimeException {
        NotAdmitted(String message) {
            super(message);
        }
    }

    /** The picture's track id, as LiveKit numbers them. */
    public String videoSid() {
        return videoSid;
    }

    /** The voice's track id, as LiveKit numbers them. */
    public String audioSid() {
        return audioSid;
    }

    /**
     * Answers a viewer's SDP offer; the media flows when the connection stands.
     *
     * @throws NotAdmitted if the offer cannot be answered
     */
    public Admission admit(String offer) {
        viewers.values().removeIf(Viewer::closeIfGone);
        var viewer = new Viewer(factory, host, video, audio);
        try {
            String answer = viewer.answer(offer);
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
        if (unwatched()) {
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
        if (unwatched()) {
            return;
        }
        synchronized (pictureLock) {
            if (!closed) {
                canvas.push(pictures, nanos, loudness);
            }
        }
    }

    /** Ends all connections, and its part in those that carry other streams too; safe to call once only. */
    public void close() {
        synchronized (pictureLock) {
            synchronized (soundLock) {
                closed = true;
            }
        }
        viewers.keySet().forEach(this::dismiss);
        List.copyOf(rooms).forEach(room -> room.hideNow(this));
        release(video::dispose);
        release(audio::dispose);
        release(pictures::dispose);
        release(sound::dispose);
    }

    VideoTrack video() {
        return video;
    }

    AudioTrack audio() {
        return audio;
    }

    /** False if it is too late: nothing of a closed stream may be touched. */
    boolean watchedBy(Downlink room) {
        synchronized (pictureLock) {
            return !closed && rooms.add(room);
        }
    }

    void leftBy(Downlink room) {
        rooms.remove(room);
    }

    private boolean unwatched() {
        return viewers.isEmpty() && rooms.isEmpty();
    }

    private static String sid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
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
