package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.TurnJournal;

/** Makes the conversations of one mode. */
public interface ConversationSource {
    SessionOrder.Mode mode();

    /** Returns at once. */
    Conversation open(SessionOrder order, TurnJournal journal);
}
