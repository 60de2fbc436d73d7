package dev.callsheet.bench.peer;

/** Our own processor time. */
final class Cpu {
    private Cpu() {}

    /** User and system time of all threads so far, in microseconds; the kernel counts in steps of 10 ms. */
    static long micros() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
    }
}
