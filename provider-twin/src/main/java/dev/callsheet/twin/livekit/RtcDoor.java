package dev.callsheet.twin.livekit;

import dev.callsheet.twin.live.media.MediaEngine;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who may join, and with which words others are refused: the same for the socket and for a client that asks why. */
@Singleton
class RtcDoor {
    private final AccessTokens tokens;
    private final Rooms rooms;
    private final MediaEngine media;

    RtcDoor(AccessTokens tokens, Rooms rooms, MediaEngine media) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.media = media;
    }

    /** A refusal: HTTP status and words. */
    record No(int status, String words) {}

    Optional<Grants> grants(JoinWish wish) {
        return tokens.read(wish.token());
    }

    /** Empty if the client may come in. */
    Optional<No> refusal(JoinWish wish) {
        var grants = grants(wish);
        if (grants.isEmpty()) {
            return Optional.of(new No(401, "invalid token"));
        }
        String room = grants.get().room();
        if (!grants.get().join() || room.isEmpty() || grants.get().identity().isEmpty()) {
            return Optional.of(new No(401, "permission denied: the token does not allow to join a room"));
        }
        if (media.missing().isPresent()) {
            return Optional.of(new No(503, "this twin runs without media: native WebRTC libraries are missing"));
        }
        boolean full =
                wish.sid().isEmpty() && rooms.find(room).filter(Room::full).isPresent();
        return full ? Optional.of(new No(403, "the room has reached its limit of participants")) : Optional.empty();
    }
}
