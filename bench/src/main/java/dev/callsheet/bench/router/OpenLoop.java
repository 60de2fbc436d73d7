package dev.callsheet.bench.router;

import dev.callsheet.bench.load.RequestLog;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends at a rate whatever the answers do, and remembers when each request was meant to go. */
final class OpenLoop {
    private final RequestLog log;
    private final int first;
    private final long gapNanos;
    private final AtomicLong started = new AtomicLong();

    OpenLoop(RequestLog log, int perSecond) {
        this.log = log;
        this.first = log.size();
        this.gapNanos = 1_000_000_000L / perSecond;
    }

    /** Returns when all are acknowledged. */
    void send(int count) {
        long start = System.nanoTime() + 50_000_000;
        started.set(start);
        for (int i = 0; i < count; i++) {
            RequestLog.Ready ready = log.next();
            long due = start + i * gapNanos;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            log.send(ready);
        }
        log.flush();
    }

    /** When a request was meant to go, by the clock of {@link System#nanoTime}. */
    long intendedNanos(int number) {
        return started.get() + (number - first) * gapNanos;
    }
}
