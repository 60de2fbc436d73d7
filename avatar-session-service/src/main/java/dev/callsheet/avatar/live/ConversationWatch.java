package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Conversation;

/** Goes along with the conversations that this process holds. Calls must not block. */
public interface ConversationWatch {
    /** A conversation is held here now; the same session again takes the place of the one before. */
    void opened(SessionOrder order, Conversation conversation);

    /** It is over, or held elsewhere. */
    void closed(SessionId id);
}
