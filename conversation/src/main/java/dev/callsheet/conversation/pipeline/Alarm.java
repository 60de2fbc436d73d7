package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;

/** One thing to be done later; setting it anew takes the place of what was set before. */
final class Alarm implements Work {
    private final Loop loop;
    private Work timer = () -> {};

    Alarm(Loop loop) {
        this.loop = loop;
    }

    void set(Duration time, Runnable task) {
        timer.close();
        timer = loop.after(time, task);
    }

    @Override
    public void close() {
        timer.close();
    }
}
