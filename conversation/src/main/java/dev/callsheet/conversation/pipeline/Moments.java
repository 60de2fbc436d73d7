package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What waits for a moment in a conversation, and runs then, on a thread of its own. */
final class Moments {
    private final Loop loop;
    private final Executor threads;
    private final List<Once> quiet = new ArrayList<>();
    private final List<Once> parted = new ArrayList<>();

    Moments(Loop loop, Executor threads) {
        this.loop = loop;
        this.threads = threads;
    }

    void whenQuiet(Duration patience, Runnable then) {
        quiet.add(new Once(patience, then));
    }

    void whenParted(Duration patience, Runnable then) {
        parted.add(new Once(patience, then));
    }

    /** Nothing is being heard, or a sentence has just begun. */
    void quiet() {
        run(quiet);
    }

    /** The farewell was said. */
    void parted() {
        run(parted);
    }

    /** Nothing is waited for any more. */
    void forget() {
        quiet.forEach(Once::close);
        parted.forEach(Once::close);
        quiet.clear();
        parted.clear();
    }

    private static void run(List<Once> waiting) {
        var due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Once::run);
    }

    private final class Once implements Runnable, Work {
        private final Runnable then;
        private final Work timer;
        private boolean over;

        Once(Duration patience, Runnable then) {
            this.then = then;
            this.timer = loop.after(patience, this);
        }

        @Override
        public void run() {
            if (!over) {
                close();
                quiet.remove(this);
                parted.remove(this);
                threads.execute(then);
            }
        }

        @Override
        public void close() {
            over = true;
            timer.close();
        }
    }
}
