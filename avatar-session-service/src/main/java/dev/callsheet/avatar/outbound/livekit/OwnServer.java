package dev.callsheet.avatar.outbound.livekit;

import io.livekit.server.EgressServiceClient;
import io.livekit.server.EncodedOutputs;
import io.livekit.server.RoomServiceClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.StreamOutput;
import livekit.LivekitEgress.StreamProtocol;

/** Calls to a LiveKit server's room and egress services. They block. */
final class OwnServer {
    private final URI url;
    private final LiveKitAccess access;
    private final LiveKitTokens tokens;
    private final RoomServiceClient rooms;
    private final EgressServiceClient egress;

    /** @throws IllegalArgumentException without key or secret, or for an address of another kind */
    OwnServer(URI url, LiveKitAccess access) {
        String key = needed(access.key(), "callsheet.livekit.key");
        String secret = needed(access.secret(), "callsheet.livekit.secret");
        this.url = url;
        this.access = access;
        this.tokens = new LiveKitTokens(key, secret, access.tokenLifetime(), access.viewerMicrophone());
        String api = withScheme("http").toString();
        this.rooms = RoomServiceClient.createClient(api, key, secret);
        this.egress = EgressServiceClient.createClient(api, key, secret);
    }

    /** Where participants connect. */
    String address() {
        return withScheme("ws").toString();
    }

    LiveKitTokens tokens() {
        return tokens;
    }

    /** Makes the room; one that is there is left as it is. */
    void make(String room) {
        make(room, "");
    }

    /** Gives the room this metadata, which all in it are told. */
    void describe(String room, String metadata) {
        try {
            LiveKitCalls.answer(rooms.updateRoomMetadata(room, metadata));
        } catch (LiveKitCalls.Gone e) {
            make(room, metadata);
        }
    }

    void close(String room) {
        LiveKitCalls.unlessGone(rooms.deleteRoom(room));
    }

    /** Begins to send the room's picture out, unless that is being done. */
    void startEgress(String room, List<String> rtmp, boolean record) {
        if (running(room).isEmpty()) {
            LiveKitCalls.answer(egress.startRoomCompositeEgress(room, outputs(room, rtmp, record), "speaker"));
        }
    }

    void stopEgress(String room) {
        running(room).forEach(info -> LiveKitCalls.unlessGone(egress.stopEgress(info.getEgressId())));
    }

    private void make(String room, String metadata) {
        LiveKitCalls.answer(rooms.createRoom(
                room, (int) access.emptyTimeout().toSeconds(), null, null, metadata, null, null, null, (int)
                        access.departureTimeout().toSeconds()));
    }

    private List<EgressInfo> running(String room) {
        var all = LiveKitCalls.answer(egress.listEgress(room));
        return all == null
                ? List.of()
                : all.stream()
                        .filter(info -> info.getStatus() == EgressStatus.EGRESS_STARTING
                                || info.getStatus() == EgressStatus.EGRESS_ACTIVE)
                        .toList();
    }

    private EncodedOutputs outputs(String room, List<String> rtmp, boolean record) {
        var file = EncodedFileOutput.newBuilder()
                .setFileType(EncodedFileType.MP4)
                .setFilepath(access.recordings() + "/" + room + "/{time}.mp4")
                .build();
        var stream = StreamOutput.newBuilder()
                .setProtocol(StreamProtocol.RTMP)
                .addAllUrls(rtmp)
                .build();
        return new EncodedOutputs(record ? file : null, rtmp.isEmpty() ? null : stream, null, null);
    }

    /** The address with {@code ws} or {@code http}, and an s if it had one. */
    private URI withScheme(String kind) {
        String scheme = String.valueOf(url.getScheme());
        if (!List.of("ws", "wss", "http", "https").contains(scheme)) {
            throw new IllegalArgumentException(
                    "callsheet.livekit.url: found " + url + "; allowed are ws, wss, http and https");
        }
        boolean secure = scheme.equals("wss") || scheme.equals("https");
        return URI.create(kind + (secure ? "s" : "") + url.toString().substring(scheme.length()));
    }

    private static String needed(Optional<String> value, String name) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is needed with callsheet.livekit.url"));
    }
}
