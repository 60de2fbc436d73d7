package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCDataChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one participant of a room gives: data packets, and a microphone that is taken but not listened to, by one
 * connection that the participant offers (LiveKit's publisher connection). Thread-safe.
 */
public final class Uplink implements Peer.Events {
    private final Consumer<byte[]> heard;
    private final Mailbox mailbox = new Mailbox("uplink", () -> {});
    private final Peer peer;
    // Held, or the engine's channels would lose their observers.
    private final List<Packets> channels = new ArrayList<>();

    /** @param heard gets each data packet, one after the other */
    Uplink(PeerConnectionFactory factory, String host, Consumer<byte[]> heard) {
        this.heard = heard;
        this.peer = Peer.open(factory, host, this);
    }

    /** Answers an offer; {@code answered} gets the answer on another thread, or nothing if the offer cannot be used. */
    public void offered(String sdp, Consumer<String> answered) {
        mailbox.post(() -> answered.accept(peer.answer(sdp)));
    }

    public void close() {
        mailbox.close(peer::close);
    }

    @Override
    public void channel(RTCDataChannel channel) {
        // At once: a message that comes before the observer is lost.
        var packets = new Packets(channel, mailbox, heard);
        mailbox.post(() -> channels.add(packets));
    }

    @Override
    public void gone() {
        // The participant's signalling decides when it has left.
    }
}
