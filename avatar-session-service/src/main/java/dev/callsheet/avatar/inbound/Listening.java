package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.hearing.Ear;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.time.Instant;
import java.util.function.Supplier;

/** What is heard of one viewer goes into the conversation, and back to this viewer. */
final class Listening implements Ear.Listener {
    private final SessionId id;
    private final Conversations conversations;
    private final SocketViewer viewer;
    private final Supplier<String> ids;

    /** @param ids a new name for words with each call */
    Listening(SessionId id, Conversations conversations, SocketViewer viewer, Supplier<String> ids) {
        this.id = id;
        this.conversations = conversations;
        this.viewer = viewer;
        this.ids = ids;
    }

    @Override
    public void speechBegan(Instant at) {
        conversations.here(id).ifPresent(conversation -> conversation.speechBegan(at));
        viewer.tell("", new Told.Hearing(true));
    }

    @Override
    public void speechEnded(Instant at) {
        viewer.tell("", new Told.Hearing(false));
    }

    @Override
    public void speechDropped() {
        conversations.here(id).ifPresent(conversation -> conversation.speechDropped());
        viewer.tell("", new Told.Hearing(false));
    }

    @Override
    public void heard(String text, Instant endOfSpeech, Instant transcribed) {
        viewer.tell("", new Told.Heard(text));
        var input = new Input(ids.get(), text, Origin.SPOKEN, null, false, endOfSpeech, transcribed);
        conversations
                .here(id)
                .ifPresentOrElse(
                        conversation -> conversation.say(input),
                        () -> viewer.problem("session.not_live", "The session is not live.", input.inputId()));
    }

    @Override
    public void trouble(String code, String message) {
        viewer.problem(code, message, null);
    }
}
