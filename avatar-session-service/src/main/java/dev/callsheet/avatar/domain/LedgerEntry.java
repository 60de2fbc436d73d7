package dev.callsheet.avatar.domain;

/** One line of a session's account; micros of US dollars. Of each leg each kind stands once at most, except ADDED. */
public record LedgerEntry(int leg, Kind kind, long micros) {
    /** What the line says. */
    public enum Kind {
        /** The most that the leg can cost; nothing is spent. */
        QUOTED,
        /** What it did cost. */
        SETTLED,
        /** It never ran: nothing was spent. */
        RELEASED,
        /** It was found running after it was settled; what that did cost besides. */
        ADDED
    }
}
