package dev.callsheet.render;

import java.time.Duration;

/** How long we may act as the owner of our takes, by this machine's own running clock. Thread-safe. */
final class Lease {
    private final Duration length;
    private volatile long end;

    Lease(Duration length) {
        this.length = length;
        this.end = System.nanoTime();
    }

    /** Renewed by a call that began then, so that the time of the call counts against us. */
    void renewed(long beganNanos) {
        end = beganNanos + length.toNanos();
    }

    /** Whether a fifth of it is left at least: enough to begin something that must not be begun twice. */
    boolean held() {
        return end - System.nanoTime() > length.toNanos() / 5;
    }
}
