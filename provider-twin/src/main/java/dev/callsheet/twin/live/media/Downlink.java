package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one participant of a room gets: any number of avatars, which come and go, and data packets, by one connection that
 * we offer (LiveKit's subscriber connection). Thread-safe; nothing waits but {@link #hideNow}.
 */
public final class Downlink implements Peer.Events {
    private final Signals signals;
    private final Mailbox mailbox = new Mailbox("downlink", this::gone);
    private final Peer peer;
    private final Packets reliable;
    // Offered because clients look for it; held, or the engine's channel would lose its observer.
    private final Packets lossy;
    private final Map<AvatarStream, Map<String, RTCRtpTransceiver>> shown = new LinkedHashMap<>();
    private int offer;
    private boolean offered;
    private boolean changed;

    Downlink(PeerConnectionFactory factory, String host, Signals signals) {
        this.signals = signals;
        this.peer = Peer.open(factory, host, this);
        this.reliable = channel("_reliable", new RTCDataChannelInit());
        var unordered = new RTCDataChannelInit();
        unordered.ordered = false;
        unordered.maxRetransmits = 0;
        this.lossy = channel("_lossy", unordered);
    }

    /**
     * Makes the first offer, of the data channels alone. All media goes over the transport of the first section, and if
     * that were a stream's, the connection would break when the stream's sections go to another one.
     */
    public void start() {
        mailbox.post(this::negotiate);
    }

    /** What the participant's signalling has to carry. Told on any thread. */
    public interface Signals {
        /** An offer to be answered by {@link #answered}; {@code tracks} gives the track id of each media section's mid. */
        void offer(String sdp, int id, Map<String, String> tracks);

        void connected();

        /** The connection failed, or was closed by the other side; may be told more than once. */
        void lost();
    }

    /** Adds a stream under this LiveKit stream id, after {@link #start}; nothing if it is shown or closed. */
    public void show(AvatarStream stream, String streamId) {
        mailbox.post(() -> {
            if (!shown.containsKey(stream) && stream.watchedBy(this)) {
                var tracks = new HashMap<String, RTCRtpTransceiver>();
                tracks.put(stream.videoSid(), add(stream.video(), streamId));
                tracks.put(stream.audioSid(), add(stream.audio(), streamId));
                shown.put(stream, tracks);
                negotiate();
            }
        });
    }

    /** Takes a stream away; nothing if it is not shown. */
    public void hide(AvatarStream stream) {
        mailbox.post(() -> drop(stream));
    }

    /** As {@link #hide}, and done when it returns. */
    void hideNow(AvatarStream stream) {
        mailbox.postAndWait(() -> drop(stream));
    }

    /** Takes the answer to the offer of this id; an older one's is ignored. */
    public void answered(String sdp, int id) {
        mailbox.post(() -> {
            if (!offered || id != offer && id != 0) {
                return;
            }
            peer.accept(sdp);
            offered = false;
            if (changed) {
                changed = false;
                negotiate();
            }
        });
    }

    /** Sends a packet to the participant, reliably and as soon as it can be. */
    public void send(byte[] packet) {
        mailbox.post(() -> reliable.send(packet));
    }

    /** Ends the connection; the streams live on. */
    public void close() {
        mailbox.close(() -> {
            List.copyOf(shown.keySet()).forEach(this::release);
            peer.close();
        });
    }

    @Override
    public void connected() {
        signals.connected();
    }

    @Override
    public void gone() {
        signals.lost();
    }

    private void drop(AvatarStream stream) {
        if (release(stream)) {
            negotiate();
        }
    }

    private boolean release(AvatarStream stream) {
        var tracks = shown.remove(stream);
        if (tracks == null) {
            return false;
        }
        // A stopped section is used again by the next stream: a day of rotations does not make the offer grow.
        tracks.values().forEach(RTCRtpTransceiver::stop);
        stream.leftBy(this);
        return true;
    }

    private void negotiate() {
        if (offered) {
            changed = true;
            return;
        }
        offered = true;
        String sdp = peer.offer();
        var mids = new HashMap<String, String>();
        shown.values().forEach(tracks -> tracks.forEach((sid, media) -> mids.put(media.getMid(), sid)));
        signals.offer(sdp, ++offer, Map.copyOf(mids));
    }

    private RTCRtpTransceiver add(MediaStreamTrack track, String streamId) {
        var how = new RTCRtpTransceiverInit();
        how.direction = RTCRtpTransceiverDirection.SEND_ONLY;
        how.streamIds = List.of(streamId);
        return peer.engine().addTransceiver(track, how);
    }

    private Packets channel(String label, RTCDataChannelInit how) {
        // Packets come the other way only on the participant's own connection.
        return new Packets(peer.engine().createDataChannel(label, how), mailbox, packet -> {});
    }
}
