package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.turn.Input;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where conversations keep what must outlive their process. Calls block. */
public interface Journals {
    /** @param traceparent the trace that the session's turns belong to; null for none */
    TurnJournal journal(SessionOrder order, @Nullable String traceparent);

    /** Leaves words for the process that holds the conversation. The same input twice has no effect. */
    void post(SessionId id, Input input);

    /** Takes what was left, in its order; a second call does not give it again. */
    List<Input> posted(SessionId id);

    /** The session is over: its words go now, or when the time for which there is consent is over. Repeatable. */
    void closed(SessionOrder order, Instant at);
}
