package dev.callsheet.requestapi.domain;

/** Sums as the facts tell them, in micros of US dollars. */
public record Ledger(long quotedMicros, long committedMicros, long settledMicros) {
    static final Ledger EMPTY = new Ledger(0, 0, 0);

    Ledger plus(Ledger other) {
        return new Ledger(
                quotedMicros + other.quotedMicros,
                committedMicros + other.committedMicros,
                settledMicros + other.settledMicros);
    }
}
