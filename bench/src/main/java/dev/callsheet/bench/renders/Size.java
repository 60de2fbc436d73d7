package dev.callsheet.bench.renders;

/**
 * Sizes of a run.
 *
 * @param jobs that are counted in the durable steps
 * @param warm jobs before them
 * @param seconds that a closed loop is counted, after as many that are not
 * @param held takes in flight in one worker
 * @param pollMillis at which those are looked at
 * @param endSeconds how long some of them end, {@code endsPerSecond} each second
 * @param orphans takes whose worker is killed
 * @param leaseMillis of that worker
 */
record Size(
        int jobs,
        int warm,
        int seconds,
        int held,
        long pollMillis,
        int endSeconds,
        int endsPerSecond,
        int orphans,
        long leaseMillis) {
    int all() {
        return warm + jobs;
    }

    static Size of(boolean brief) {
        return brief
                ? new Size(600, 300, 1, 1_500, 1_000, 3, 50, 100, 2_000)
                : new Size(10_000, 10_000, 5, 100_000, 15_000, 30, 100, 1_000, 5_000);
    }
}
