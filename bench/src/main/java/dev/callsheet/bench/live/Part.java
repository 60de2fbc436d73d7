package dev.callsheet.bench.live;

/** A question that is asked in each round. */
enum Part {
    TURNS,
    CAPACITY,
    STAGES,
    MEMORY,
    /** Two hours of talk in some minutes; only if it is named. */
    SOAK
}
