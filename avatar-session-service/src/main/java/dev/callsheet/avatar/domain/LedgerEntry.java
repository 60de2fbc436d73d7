package dev.callsheet.avatar.domain;

/** One line of a session's account; micros of US dollars. Each kind stands once at most. */
public record LedgerEntry(Kind kind, long micros) {
    /** What the line says. */
    public enum Kind {
        /** The most that the session can cost; nothing is spent. */
        QUOTED,
        /** What it did cost. */
        SETTLED,
        /** It never ran: nothing was spent. */
        RELEASED
    }
}
