package dev.callsheet.render.domain;

import java.util.Locale;

/** One line of the ledger, in micros of US dollars; never changed, never removed. */
public record LedgerEntry(Kind kind, long micros) {

    /** What a line means for the money. */
    public enum Kind {
        /** The expected price; nothing is spent. */
        QUOTED,
        /** May be spent from now on. */
        COMMITTED,
        /** Has been spent. */
        SETTLED,
        /** Will not be spent after all. */
        RELEASED;

        /** The word in tables and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
