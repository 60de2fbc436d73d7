package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.pipeline.Loop;
import java.time.Duration;

/** Something that runs when it is told to, or when patience is over, whichever comes first; on a thread of its own. */
final class Once implements Runnable, Work {
    private final Runnable then;
    private final Work timer;
    private boolean done;

    Once(Loop loop, Duration patience, Runnable then) {
        this.then = then;
        this.timer = loop.after(patience, this);
    }

    @Override
    public void run() {
        if (!done) {
            close();
            Thread.startVirtualThread(then);
        }
    }

    /** It does not run any more. */
    @Override
    public void close() {
        done = true;
        timer.close();
    }
}
