package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.turn.Input;
import java.time.Duration;
import java.time.Instant;

/** One live conversation at work. Calls return at once and are carried out in their order; thread-safe. */
public interface Conversation {
    /**
     * Lets a viewer follow.
     *
     * @param after the cursor of the last message it saw, empty for none: what it missed is told first
     */
    void join(Viewer viewer, String after);

    void leave(Viewer viewer);

    /** Takes words. The same {@link Input#inputId} a second time has no effect. */
    void say(Input input);

    /** Silence now: the answer under way ends. */
    void interrupt();

    /** Somebody begins to speak: by the policy the avatar falls silent. */
    void speechBegan(Instant at);

    /** It was nothing: an answer that was hushed for it is taken up again with its sentence. */
    void speechDropped();

    /** Tells the viewers something, in order with all else. */
    void tell(Told told);

    /** Speaks over this line from now on; the sentence in flight is said again. */
    void use(int leg, AvatarLine line);

    /** What came over the line of a leg; of an older leg it has no effect. */
    void heard(int leg, AvatarEvent event);

    /** Runs it between two sentences, or when patience is over. */
    void whenQuiet(Duration patience, Runnable then);

    /** Takes no more words, ends the sentence in flight, speaks this one, and runs. */
    void farewell(String sentence, Runnable then);

    /** Ends it; the viewers are told why. Returns when what was said is stored. */
    void close(String reason);

    /** Lets go of it without an end: it goes on elsewhere. */
    void release();

    /** Nothing is being answered and nothing waits. */
    boolean idle();

    /** Somebody follows. */
    boolean watched();
}
