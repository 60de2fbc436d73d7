package dev.callsheet.bench.scorer;

/** A question that can be asked by itself. */
enum Part {
    SHARE,
    MEMORY
}
