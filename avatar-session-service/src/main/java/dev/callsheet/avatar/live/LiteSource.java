package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.LiteConversation;
import dev.callsheet.conversation.pipeline.Loops;
import dev.callsheet.conversation.pipeline.Terms;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.pipeline.TurnObserver;
import dev.callsheet.conversation.turn.Manner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Conversations that we hold ourselves: our language model thinks, our voice speaks, the provider shows the face. */
@Singleton
class LiteSource implements ConversationSource {
    private final Loops loops = new Loops();
    private final LanguageModel model;
    private final Speech speech;

    LiteSource(LanguageModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
    }

    @Override
    public SessionOrder.Mode mode() {
        return SessionOrder.Mode.LITE;
    }

    @Override
    public Conversation open(SessionOrder order, TurnJournal journal) {
        var manner = new Manner(order.persona(), order.knowledge(), order.language());
        var terms = Terms.of(order.turnPolicy(), manner);
        return LiteConversation.open(loops.open(), loops.threads(), model, speech, journal, terms, TurnObserver.NONE);
    }

    @PreDestroy
    void stop() {
        loops.close();
    }
}
