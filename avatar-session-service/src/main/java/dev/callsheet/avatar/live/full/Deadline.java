package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.pipeline.Loop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one thing that happens if nothing else does in time; set anew, it forgets the one before. */
final class Deadline {
    private final Loop loop;
    private @Nullable Work timer;

    Deadline(Loop loop) {
        this.loop = loop;
    }

    void set(Duration patience, Runnable late) {
        drop();
        timer = loop.after(patience, late);
    }

    void drop() {
        if (timer != null) {
            timer.close();
            timer = null;
        }
    }
}
