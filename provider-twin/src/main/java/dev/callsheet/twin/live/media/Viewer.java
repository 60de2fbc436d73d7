package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One viewer's peer connection. */
final class Viewer implements PeerConnectionObserver {
    private static final long WAIT_SECONDS = 5;
    private static final List<String> STREAM = List.of("avatar");

    private final CompletableFuture<Void> gathered = new CompletableFuture<>();
    private final CompletableFuture<RTCPeerConnection> connection = new CompletableFuture<>();
    private final List<RTCRtpSender> senders = new ArrayList<>();
    private volatile boolean gone;

    private Viewer() {}

    static Viewer of(PeerConnectionFactory factory, VideoTrack video, AudioTrack audio) {
        var viewer = new Viewer();
        var settings = new RTCConfiguration();
        settings.portAllocatorConfig = new PortAllocatorConfig(0, 0, 0)
                .setDisableAdapterEnumeration(true)
                .setDisableTcp(true)
                .setDisableStun(true)
                .setDisableRelay(true);
        var peer = factory.createPeerConnection(settings, viewer);
        viewer.senders.add(peer.addTrack(video, STREAM));
        viewer.senders.add(peer.addTrack(audio, STREAM));
        viewer.connection.complete(peer);
        return viewer;
    }

    /** The complete answer: all candidates are in it. */
    String answer(String offer, String host) {
        var peer = connection.join();
        set(peer, new RTCSessionDescription(RTCSdpType.OFFER, LocalMedia.offer(offer)), true);
        var created = new Created();
        peer.createAnswer(new RTCAnswerOptions(), created);
        set(peer, await(created.made), false);
        await(gathered);
        return LocalMedia.answer(peer.getLocalDescription().sdp, host);
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
        var peer = connection.join();
        senders.forEach(peer::removeTrack);
        senders.clear();
        peer.close();
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // All candidates are in the answer; none is sent later.
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.complete(null);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        // Closing here, on the engine's own thread, would wait for itself.
        if (state == RTCPeerConnectionState.FAILED || state == RTCPeerConnectionState.CLOSED) {
            gone = true;
        }
    }

    private static void set(RTCPeerConnection peer, RTCSessionDescription description, boolean remote) {
        var done = new Done();
        if (remote) {
            peer.setRemoteDescription(description, done);
        } else {
            peer.setLocalDescription(description, done);
        }
        await(done.set);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AvatarStream.NotAdmitted("the offer cannot be answered: "
                    + String.valueOf(e.getCause() == null ? null : e.getCause().getMessage()));
        } catch (TimeoutException e) {
            throw new AvatarStream.NotAdmitted("no answer within " + WAIT_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarStream.NotAdmitted("interrupted");
        }
    }

    private static final class Created implements CreateSessionDescriptionObserver {
        final CompletableFuture<RTCSessionDescription> made = new CompletableFuture<>();

        @Override
        public void onSuccess(RTCSessionDescription description) {
            made.complete(description);
        }

        @Override
        public void onFailure(String error) {
            made.completeExceptionally(new IllegalArgumentException(error));
        }
    }

    private static final class Done implements SetSessionDescriptionObserver {
        final CompletableFuture<Void> set = new CompletableFuture<>();

        @Override
        public void onSuccess() {
            set.complete(null);
        }

        @Override
        public void onFailure(String error) {
            set.completeExceptionally(new IllegalArgumentException(error));
        }
    }
}
