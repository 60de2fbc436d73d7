package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AnswerTrouble;
import dev.callsheet.avatar.domain.AudioChunks;
import dev.callsheet.avatar.domain.LanguageModel;
import dev.callsheet.avatar.domain.Sentences;
import dev.callsheet.avatar.domain.Speech;
import dev.callsheet.avatar.domain.TurnSignal;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The work on one turn: one thread thinks, one speaks each sentence as soon as it is complete. What comes out are signals
 * with the turn's number; after {@link #cancel} some may still come, and are late.
 */
final class Answer {
    private static final Logger LOG = Logger.getLogger(Answer.class);
    private static final String END = "";

    private final int turn;
    private final LanguageModel model;
    private final Speech speech;
    private final Clock clock;
    private final Consumer<TurnSignal> signals;
    private final BlockingQueue<String> sentences = new LinkedBlockingQueue<>();
    private final List<Thread> threads;

    Answer(
            int turn,
            List<LanguageModel.Words> conversation,
            LanguageModel model,
            Speech speech,
            Clock clock,
            Consumer<TurnSignal> signals) {
        this.turn = turn;
        this.model = model;
        this.speech = speech;
        this.clock = clock;
        this.signals = signals;
        this.threads = List.of(
                Thread.ofVirtual().name("turn-" + turn + "-thinks").unstarted(() -> guarded(() -> think(conversation))),
                Thread.ofVirtual().name("turn-" + turn + "-speaks").unstarted(() -> guarded(this::speak)));
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Stops the work soon; does not wait for it. */
    void cancel() {
        threads.forEach(Thread::interrupt);
    }

    private void think(List<LanguageModel.Words> conversation) {
        var open = new Sentences();
        model.answer(conversation, token -> {
            signals.accept(new TurnSignal.Token(turn, token, clock.instant()));
            sentences.addAll(open.add(token));
        });
        String rest = open.rest();
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        sentences.add(END);
    }

    private void speak() throws InterruptedException {
        var chunks = new AudioChunks();
        for (String sentence = sentences.take(); !sentence.equals(END); sentence = sentences.take()) {
            speech.say(sentence, pcm -> chunks.add(pcm).forEach(this::audio));
        }
        byte[] rest = chunks.rest();
        if (rest.length > 0) {
            audio(rest);
        }
        signals.accept(new TurnSignal.AudioEnd(turn, clock.instant()));
    }

    private void audio(byte[] pcm) {
        signals.accept(new TurnSignal.Audio(turn, pcm, clock.instant()));
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AnswerTrouble e) {
            failed(e.code(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a turn broke", e);
            failed("turn.broken", "the answer could not be made");
        }
    }

    private void failed(String code, String message) {
        // An interrupted call fails as well, and is no trouble to tell of: its turn is over by then.
        signals.accept(new TurnSignal.Failed(turn, code, message, clock.instant()));
        cancel();
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
