package dev.callsheet.contracts;

/** Words for a live session, on {@code callsheet.turns.<tenant>}. */
public record SessionTurn(SessionId sessionId, String text) {
    public static final String TYPE = "dev.callsheet.turn.said.v1";
}
