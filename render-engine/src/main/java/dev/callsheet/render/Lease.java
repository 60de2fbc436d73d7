package dev.callsheet.render;

import java.time.Duration;

/** How long we may act as the owner of our takes, by this machine's own running clock. Thread-safe. */
final class Lease {
    private final Duration length;
    private volatile Term term;

    Lease(Duration length) {
        this.length = length;
        this.term = new Term(length, System.nanoTime());
    }

    /**
     * A time without a gap in which we were the owner. Once it has lapsed it never comes back: what was decided in it
     * must not be done any more, even if the lease was renewed since, for others may have taken over between.
     */
    static final class Term {
        private final Duration length;
        private volatile long end;

        private Term(Duration length, long end) {
            this.length = length;
            this.end = end;
        }

        /** Whether a fifth of it is left at least: enough to begin something that must not be begun twice. */
        boolean held() {
            return end - System.nanoTime() > length.toNanos() / 5;
        }

        private boolean lapsed(long now) {
            return end - now <= 0;
        }
    }

    /** Renewed by a call that began then, so that the time of the call counts against us. */
    void renewed(long beganNanos) {
        Term present = term;
        if (present.lapsed(System.nanoTime())) {
            term = new Term(length, beganNanos + length.toNanos());
        } else {
            present.end = beganNanos + length.toNanos();
        }
    }

    Term term() {
        return term;
    }

    boolean held() {
        return term.held();
    }
}
