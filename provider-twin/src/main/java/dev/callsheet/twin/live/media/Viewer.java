package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.ArrayList;
import java.util.List;

/** One viewer that came by an offer of its own. */
final class Viewer implements Peer.Events {
    private static final List<String> STREAM = List.of("avatar");

    private final List<RTCRtpSender> senders = new ArrayList<>();
    private final Peer peer;
    private volatile boolean gone;

    Viewer(PeerConnectionFactory factory, String host, VideoTrack video, AudioTrack audio) {
        peer = Peer.open(factory, host, this);
        senders.add(peer.engine().addTrack(video, STREAM));
        senders.add(peer.engine().addTrack(audio, STREAM));
    }

    /** The complete answer: all candidates are in it. */
    String answer(String offer) {
        return peer.answer(offer);
    }

    /** Closes the connection if its viewer has left; true if it did. */
    boolean closeIfGone() {
        if (gone) {
            close();
        }
        return gone;
    }

    /** Lets go of the tracks, which outlive this viewer, and closes the connection. */
    void close() {
        senders.forEach(peer.engine()::removeTrack);
        senders.clear();
        peer.close();
    }

    @Override
    public void gone() {
        // Closing here, on the engine's own thread, would wait for itself.
        gone = true;
    }
}
