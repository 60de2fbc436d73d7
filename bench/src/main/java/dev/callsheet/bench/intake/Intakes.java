package dev.callsheet.bench.intake;

/** One that takes requests in. */
enum Intakes {
    /** The packaged service, as it runs. */
    DESK("front desk"),
    /** The same with its projection switched off: what taking in costs, and nothing else. */
    DESK_ALONE("front desk without projection"),
    /** A producer that waits for each ack: one half of the way. */
    PRODUCER("bare producer"),
    /** HTTP alone: the other half. */
    PLAIN("plain 202");

    private final String label;

    Intakes(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
