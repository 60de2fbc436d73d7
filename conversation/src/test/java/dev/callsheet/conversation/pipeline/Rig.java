package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Manner;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.Pcm;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A conversation whose model, voice and avatar do exactly what a test says, in virtual time. */
final class Rig {
    static final int SENTENCE_MS = 2000;

    final VirtualLoop loop = new VirtualLoop();
    final List<List<LanguageModel.Words>> asked = new ArrayList<>();
    final List<LanguageModel.Sink> writers = new ArrayList<>();
    final List<String> voiced = new ArrayList<>();
    final List<Speech.Sink> voices = new ArrayList<>();
    final List<String> line = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final MemoryJournal journal;
    final LiteConversation conversation;
    boolean mute;

    Rig(TurnPolicy policy) {
        this(policy, new MemoryJournal());
    }

    Rig(TurnPolicy policy, MemoryJournal journal) {
        this.journal = journal;
        this.conversation = LiteConversation.open(
                loop,
                loop::execute,
                this::answer,
                this::say,
                journal,
                Terms.of(policy, Manner.PLAIN),
                TurnObserver.NONE);
        conversation.join((cursor, message) -> told.add(message), "");
        conversation.use(1, line("1"));
        run(0);
        line.clear();
    }

    private Work answer(List<LanguageModel.Words> conversationSoFar, LanguageModel.Sink sink) {
        asked.add(conversationSoFar);
        writers.add(sink);
        return () -> {};
    }

    private Work say(String sentence, Speech.Sink sink) {
        voiced.add(sentence);
        voices.add(sink);
        if (!mute) {
            sink.pcm(new byte[SENTENCE_MS * Pcm.BYTES_PER_MS]);
            sink.end();
        }
        return () -> {};
    }

    AvatarLine line(String name) {
        return new AvatarLine() {
            @Override
            public void speak(String utterance, byte[] pcm) {
                line.add(name + ":" + utterance + ":" + pcm.length / Pcm.BYTES_PER_MS);
            }

            @Override
            public void speakEnd(String utterance) {
                line.add(name + ":" + utterance + ":end");
            }

            @Override
            public void interrupt() {
                line.add(name + ":interrupt");
            }

            @Override
            public void close() {
                line.add(name + ":close");
            }
        };
    }

    void say(String text) {
        conversation.say(new Input(text, text, Origin.TYPED, null, false, loop.now(), null));
        run(0);
    }

    void write(String text) {
        writers.getLast().token(text);
        run(0);
    }

    void written() {
        writers.getLast().end();
        run(0);
    }

    void started(String utterance) {
        conversation.heard(1, new AvatarEvent.Started(utterance));
        run(0);
    }

    void ended(String utterance) {
        conversation.heard(1, new AvatarEvent.Ended(utterance));
        run(0);
    }

    void run(int millis) {
        loop.run(Duration.ofMillis(millis));
    }

    /** What the avatar was given since the last call. */
    List<String> given() {
        var given = List.copyOf(line);
        line.clear();
        return given;
    }

    <T extends Told> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
