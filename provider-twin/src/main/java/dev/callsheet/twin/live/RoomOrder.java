package dev.callsheet.twin.live;

/** The caller's own LiveKit room, in which the avatar is to appear; the token lets it in. */
record RoomOrder(String url, String room, String token) {
    @Override
    public String toString() {
        return "RoomOrder[" + room + "]";
    }
}
