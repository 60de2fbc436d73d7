package dev.callsheet.bench.renders;

/** A question that is asked in each round. */
enum Part {
    STEPS,
    POLLING,
    IN_FLIGHT,
    RECOVERY
}
