package dev.callsheet.avatar.live.full;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.live.ConversationSource;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Loops;
import dev.callsheet.conversation.pipeline.TurnJournal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Conversations of FULL mode. */
@Singleton
class BrokeredSource implements ConversationSource {
    private final Loops loops = new Loops();

    @Override
    public SessionOrder.Mode mode() {
        return SessionOrder.Mode.FULL;
    }

    @Override
    public Conversation open(SessionOrder order, TurnJournal journal) {
        return BrokeredConversation.open(order.turnPolicy(), journal, loops.open());
    }

    @PreDestroy
    void stop() {
        loops.close();
    }
}
