package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.time.Instant;

/**
 * The one place where a conversation's things happen, one after the other. In service a mailbox over threads, in tests
 * virtual time.
 */
public interface Loop {
    /** Runs it after all that was given before. */
    void execute(Runnable task);

    /** Runs it once the time is over, unless closed before. */
    Work after(Duration time, Runnable task);

    Instant now();
}
