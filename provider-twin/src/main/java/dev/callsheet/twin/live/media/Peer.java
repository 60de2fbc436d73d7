package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One peer connection on one address. Its calls wait for the engine: not for the engine's own threads, and for one thread
 * at a time. Descriptions it gives carry all candidates; those of the other side are not needed, because its address is
 * learnt from its first packet.
 *
 * @throws AvatarStream.NotAdmitted by all that deal with descriptions, if they cannot be used
 */
final class Peer implements PeerConnectionObserver {
    private volatile CompletableFuture<@Nullable Void> gathered = new CompletableFuture<>();
    private final CompletableFuture<RTCPeerConnection> connection = new CompletableFuture<>();
    private final String host;
    private final Events events;

    private Peer(String host, Events events) {
        this.host = host;
        this.events = events;
    }

    /** What is told on the engine's own threads: hand it on and return. */
    interface Events {
        /** The connection failed or was closed; told more than once. */
        void gone();

        default void connected() {}

        default void channel(RTCDataChannel channel) {}
    }

    static Peer open(PeerConnectionFactory factory, String host, Events events) {
        var peer = new Peer(host, events);
        var settings = new RTCConfiguration();
        // One transport for all: what is added later needs no further candidates.
        settings.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        settings.portAllocatorConfig = new PortAllocatorConfig(0, 0, 0)
                .setDisableAdapterEnumeration(true)
                .setDisableTcp(true)
                .setDisableStun(true)
                .setDisableRelay(true);
        peer.connection.complete(factory.createPeerConnection(settings, peer));
        return peer;
    }

    RTCPeerConnection engine() {
        return connection.join();
    }

    /** Offers what the connection has now. */
    String offer() {
        var peer = connection.join();
        var made = new Descriptions.Created();
        peer.createOffer(new RTCOfferOptions(), made);
        return local(peer, made);
    }

    /** Takes the answer to the last offer. */
    void accept(String answer) {
        remote(RTCSdpType.ANSWER, answer);
    }

    /** Answers an offer with what the connection has now. */
    String answer(String offer) {
        var peer = connection.join();
        remote(RTCSdpType.OFFER, offer);
        var made = new Descriptions.Created();
        peer.createAnswer(new RTCAnswerOptions(), made);
        return local(peer, made);
    }

    void close() {
        connection.join().close();
    }

    private String local(RTCPeerConnection peer, Descriptions.Created made) {
        // Candidates are gathered at first and after a restart of ICE; else those of before are in it at once.
        gathered = new CompletableFuture<>();
        var set = new Descriptions.Done();
        peer.setLocalDescription(made.get(), set);
        set.get();
        String described = LocalMedia.described(peer.getLocalDescription().sdp, host);
        if (LocalMedia.reachable(described)) {
            return described;
        }
        Descriptions.await(gathered);
        return LocalMedia.described(peer.getLocalDescription().sdp, host);
    }

    private void remote(RTCSdpType type, String sdp) {
        var set = new Descriptions.Done();
        connection.join().setRemoteDescription(new RTCSessionDescription(type, LocalMedia.withoutCandidates(sdp)), set);
        set.get();
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // All candidates are in the description; none is sent later.
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.complete(null);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        switch (state) {
            case CONNECTED -> events.connected();
            case FAILED, CLOSED -> events.gone();
            case NEW, CONNECTING, DISCONNECTED -> {
                // On its way, or perhaps coming back.
            }
        }
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        events.channel(channel);
    }
}
