package dev.callsheet.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Words for a live session, on {@code callsheet.turns.<tenant>}.
 *
 * @param inputId the same words told twice have the same id and are taken once; null for the event's own
 * @param verbatim to be spoken as they are, instead of being answered; null for no
 */
public record SessionTurn(
        SessionId sessionId,
        String text,
        @Nullable String inputId,
        @Nullable Boolean verbatim) {
    public static final String TYPE = "dev.callsheet.turn.said.v1";

    public SessionTurn(SessionId sessionId, String text) {
        this(sessionId, text, null, null);
    }
}
