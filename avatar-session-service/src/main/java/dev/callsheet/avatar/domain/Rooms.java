package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.line.Media;
import java.util.List;

/**
 * The rooms in which sessions are seen, if they are ours: then an audience stays while the avatars behind the picture
 * change. Calls block; they throw {@link ProviderTrouble}. Unless {@link #ours}, nothing else is called.
 */
public interface Rooms {
    /** Whether there is an own LiveKit. */
    boolean ours();

    /** Where the avatar of a leg appears, as {@code avatar-<leg>}. Makes the room if there is none. */
    RoomPlace avatarPlace(SessionId id, int leg);

    /** A viewer's way in. @param identity unlike any other viewer's in the room */
    Media viewerMedia(SessionId id, String identity);

    /** Tells all in the room which leg is to be seen. */
    void show(SessionId id, int leg);

    /** Sends the room's picture to RTMP addresses and, if asked for, into a recording. Repeating it has no effect. */
    void startEgress(SessionId id, List<String> rtmp, boolean record);

    /** Ends what {@link #startEgress} began; without effect if nothing runs. */
    void stopEgress(SessionId id);

    /** Sends everybody away. A room that is gone is left alone. */
    void close(SessionId id);
}
