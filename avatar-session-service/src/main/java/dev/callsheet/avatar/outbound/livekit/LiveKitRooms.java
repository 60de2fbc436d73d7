package dev.callsheet.avatar.outbound.livekit;

import dev.callsheet.avatar.domain.RoomPlace;
import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.line.Media;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms of an own LiveKit server, one for each session; or none, if the configuration names no server. */
@Singleton
public class LiveKitRooms implements Rooms {
    private final @Nullable OwnServer server;

    LiveKitRooms(LiveKitAccess access) {
        server = access.url().map(url -> new OwnServer(url, access)).orElse(null);
    }

    @Override
    public boolean ours() {
        return server != null;
    }

    @Override
    public RoomPlace avatarPlace(SessionId id, int leg) {
        String room = room(id);
        server().make(room);
        return new RoomPlace(server().address(), room, server().tokens().avatar(room, "avatar-" + leg));
    }

    @Override
    public Media viewerMedia(SessionId id, String identity) {
        return new Media.LiveKit(server().address(), server().tokens().viewer(room(id), identity));
    }

    @Override
    public void show(SessionId id, int leg) {
        server().describe(room(id), "{\"leg\":" + leg + "}");
    }

    @Override
    public void startEgress(SessionId id, List<String> rtmp, boolean record) {
        if (!rtmp.isEmpty() || record) {
            server().startEgress(room(id), rtmp, record);
        }
    }

    @Override
    public void stopEgress(SessionId id) {
        server().stopEgress(room(id));
    }

    @Override
    public void close(SessionId id) {
        server().close(room(id));
    }

    private OwnServer server() {
        if (server == null) {
            throw new IllegalStateException("there is no own LiveKit (callsheet.livekit.url)");
        }
        return server;
    }

    private static String room(SessionId id) {
        return "callsheet-" + id.value();
    }
}
