package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.VendorEvents;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's line. Its messages are carried out in their order and without a wait; what comes before the viewer is let
 * in waits for that. Calls come one at a time.
 */
final class TurnLine {
    private static final int MOST_EARLY = 100;

    private final SessionId id;
    private final SocketViewer viewer;
    private final Conversations conversations;
    private final Microphone microphone;
    private final Allowance messages;
    private final LongFunction<String> names;
    private final Clock clock;
    private @Nullable List<Runnable> early = new ArrayList<>();
    private boolean toldTooOften;
    private long count;

    /** @param names words that came without a name, by their number on this line */
    TurnLine(
            SessionId id,
            SocketViewer viewer,
            Conversations conversations,
            Microphone microphone,
            Allowance messages,
            LongFunction<String> names,
            Clock clock) {
        this.id = id;
        this.viewer = viewer;
        this.conversations = conversations;
        this.microphone = microphone;
        this.messages = messages;
        this.names = names;
        this.clock = clock;
    }

    SessionId id() {
        return id;
    }

    SocketViewer viewer() {
        return viewer;
    }

    /** The viewer is let in. */
    synchronized void letIn() {
        var waited = early;
        early = null;
        if (waited != null) {
            waited.forEach(Runnable::run);
        }
    }

    synchronized void text(String text) {
        if (!messages.take(1, System.nanoTime())) {
            if (!toldTooOften) {
                toldTooOften = true;
                viewer.problem("message.too_often", "Messages come too often; some are dropped.", null);
            }
            return;
        }
        toldTooOften = false;
        var message = ViewerMessage.read(text);
        long number = ++count;
        inside(() -> act(message, number));
    }

    synchronized void sound(byte[] pcm) {
        inside(() -> microphone.sound(pcm));
    }

    void end() {
        microphone.end();
    }

    private void inside(Runnable what) {
        if (early == null) {
            what.run();
        } else if (early.size() < MOST_EARLY) {
            early.add(what);
        } else {
            viewer.problem("message.too_often", "The session is not joined yet; a message was dropped.", null);
        }
    }

    private void act(ViewerMessage message, long number) {
        switch (message) {
            case ViewerMessage.Say(String given, String text) -> say(given == null ? names.apply(number) : given, text);
            case ViewerMessage.Interrupt _ -> here().ifPresent(Conversation::interrupt);
            case ViewerMessage.TalkStart _ -> microphone.press();
            case ViewerMessage.TalkStop _ -> microphone.release();
            case ViewerMessage.MicOpen _ -> microphone.open();
            case ViewerMessage.MicClose _ -> microphone.close();
            case ViewerMessage.MediaReady(int leg) -> conversations.mediaReady(id, leg);
            case ViewerMessage.VendorEvent(String json) ->
                here().ifPresent(conversation -> {
                    if (conversation instanceof VendorEvents events) {
                        events.vendorEvent(viewer, json);
                    }
                });
            case ViewerMessage.Wrong(String code, String text) -> viewer.problem(code, text, null);
        }
    }

    private void say(String inputId, String text) {
        var input = new Input(inputId, text, Origin.TYPED, null, false, clock.instant(), null);
        here().ifPresentOrElse(
                        conversation -> conversation.say(input),
                        () -> viewer.problem("session.not_live", "The session is not live.", inputId));
    }

    private Optional<Conversation> here() {
        return conversations.here(id);
    }
}
