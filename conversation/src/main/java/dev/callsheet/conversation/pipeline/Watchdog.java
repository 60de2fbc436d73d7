package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.time.Instant;

/** Barks once if nothing happens for a while. Signs of life cost nothing: one timer looks after them when it is due. */
final class Watchdog implements Work {
    private final Loop loop;
    private final Duration patience;
    private final Runnable bark;
    private Instant seen;
    private Work timer;
    private boolean over;

    Watchdog(Loop loop, Duration patience, Runnable bark) {
        this.loop = loop;
        this.patience = patience;
        this.bark = bark;
        this.seen = loop.now();
        this.timer = loop.after(patience, this::look);
    }

    void alive() {
        seen = loop.now();
    }

    @Override
    public void close() {
        over = true;
        timer.close();
    }

    private void look() {
        if (over) {
            return;
        }
        Duration left = patience.minus(Duration.between(seen, loop.now()));
        if (left.isPositive()) {
            timer = loop.after(left, this::look);
        } else {
            over = true;
            bark.run();
        }
    }
}
