package dev.callsheet.twin.livekit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.ServerInfo;
import livekit.LivekitModels.UserPacket;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.ParticipantUpdate;
import livekit.LivekitRtc.Ping;
import livekit.LivekitRtc.Pong;
import livekit.LivekitRtc.ReconnectResponse;
import livekit.LivekitRtc.RoomUpdate;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalResponse;

/** The messages that the server's side of LiveKit's signalling sends, two peer connections, the subscriber's first. */
final class Signals {
    private static final int PING_TIMEOUT_SECONDS = 15;
    private static final int PING_INTERVAL_SECONDS = 5;
    /** The protocol of that many connections; newer ones put both directions into one. */
    private static final int PROTOCOL = 15;

    private Signals() {}

    static SignalResponse joined(Room room, ParticipantInfo self, List<ParticipantInfo> others) {
        return SignalResponse.newBuilder()
                .setJoin(JoinResponse.newBuilder()
                        .setRoom(room)
                        .setParticipant(self)
                        .addAllOtherParticipants(others)
                        .setSubscriberPrimary(true)
                        .setPingTimeout(PING_TIMEOUT_SECONDS)
                        .setPingInterval(PING_INTERVAL_SECONDS)
                        .setServerInfo(server()))
                .build();
    }

    static SignalResponse resumed() {
        return SignalResponse.newBuilder()
                .setReconnect(ReconnectResponse.newBuilder().setServerInfo(server()))
                .build();
    }

    static SignalResponse offer(String sdp, int id, Map<String, String> tracks) {
        return SignalResponse.newBuilder()
                .setOffer(description("offer", sdp, id).putAllMidToTrackId(tracks))
                .build();
    }

    static SignalResponse answer(String sdp, int id) {
        return SignalResponse.newBuilder()
                .setAnswer(description("answer", sdp, id))
                .build();
    }

    static SignalResponse update(ParticipantInfo... participants) {
        return SignalResponse.newBuilder()
                .setUpdate(ParticipantUpdate.newBuilder().addAllParticipants(List.of(participants)))
                .build();
    }

    static SignalResponse gone(ParticipantInfo participant) {
        return update(participant.toBuilder()
                .clearTracks()
                .setState(ParticipantInfo.State.DISCONNECTED)
                .build());
    }

    static SignalResponse room(Room room) {
        return SignalResponse.newBuilder()
                .setRoomUpdate(RoomUpdate.newBuilder().setRoom(room))
                .build();
    }

    static SignalResponse token(String token) {
        return SignalResponse.newBuilder().setRefreshToken(token).build();
    }

    /** Sends the client away; with {@code again} it comes back as somebody new. */
    static SignalResponse leave(DisconnectReason reason, boolean again) {
        return SignalResponse.newBuilder()
                .setLeave(LeaveRequest.newBuilder()
                        .setReason(reason)
                        .setCanReconnect(again)
                        .setAction(again ? LeaveRequest.Action.RECONNECT : LeaveRequest.Action.DISCONNECT))
                .build();
    }

    static SignalResponse pong(long nowMs) {
        return SignalResponse.newBuilder().setPong(nowMs).build();
    }

    static SignalResponse pong(Ping ping, long nowMs) {
        return SignalResponse.newBuilder()
                .setPongResp(Pong.newBuilder()
                        .setLastPingTimestamp(ping.getTimestamp())
                        .setTimestamp(nowMs))
                .build();
    }

    /** A data packet as its receivers get it; the sender's sid is empty if it is not in the room. */
    static DataPacket data(String identity, String sid, String topic, byte[] payload) {
        return DataPacket.newBuilder()
                .setParticipantIdentity(identity)
                .setParticipantSid(sid)
                .setUser(UserPacket.newBuilder().setTopic(topic).setPayload(ByteString.copyFrom(payload)))
                .build();
    }

    private static SessionDescription.Builder description(String type, String sdp, int id) {
        return SessionDescription.newBuilder().setType(type).setSdp(sdp).setId(id);
    }

    private static ServerInfo server() {
        return ServerInfo.newBuilder()
                .setEdition(ServerInfo.Edition.Standard)
                .setVersion("0.0.0-simulated")
                .setProtocol(PROTOCOL)
                .setRegion("")
                .build();
    }
}
