package dev.callsheet.requestapi.domain;

/**
 * Sums as the facts tell them, in micros of US dollars.
 *
 * @param quotedMicros what all takes were to cost
 * @param committedMicros what is set aside now, for renders that have not ended
 * @param settledMicros what was spent
 * @param releasedMicros what was set aside and not spent
 */
public record Ledger(long quotedMicros, long committedMicros, long settledMicros, long releasedMicros) {
    /** Nothing was promised yet. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0);

    /** Both together. */
    public Ledger plus(Ledger other) {
        return new Ledger(
                quotedMicros + other.quotedMicros,
                committedMicros + other.committedMicros,
                settledMicros + other.settledMicros,
                releasedMicros + other.releasedMicros);
    }
}
