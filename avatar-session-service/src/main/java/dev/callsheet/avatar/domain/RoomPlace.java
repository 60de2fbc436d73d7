package dev.callsheet.avatar.domain;

/** A place in a room of ours, for the provider's avatar to appear in. @param token lets it in; a secret */
public record RoomPlace(String url, String room, String token) {
    @Override
    public String toString() {
        return "RoomPlace[" + room + "]";
    }
}
