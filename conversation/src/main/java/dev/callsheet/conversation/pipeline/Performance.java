package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Timeline;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Duration;
import java.util.List;

/**
 * One turn at work: what is written goes to the voice sentence by sentence, and from there to the avatar, all at the same
 * time.
 */
final class Performance {
    /** For so long a line may have been lost before it is known. */
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final Loop loop;
    private final Terms terms;
    private final int turn;
    private final List<Input> inputs;
    private final List<LanguageModel.Words> asking;
    private final Wire wire;
    private final Progress listener;
    private final Script script = new Script();
    private final Writing writing;
    private final Voicing voicing;
    private final Mouth mouth;
    private Timeline timeline;
    private final Alarm stranded;
    private boolean rewritten;
    private boolean restarted;
    private boolean broken;
    private boolean began;
    private boolean over;

    /**
     * @param asking what the language model is shown
     * @param begun sentences that an earlier process had, of which those before {@code from} were heard
     */
    Performance(
            Loop loop,
            Terms terms,
            Minds minds,
            Wire wire,
            TurnJournal.OpenTurn begun,
            List<LanguageModel.Words> asking,
            int part,
            Progress listener) {
        this.loop = loop;
        this.terms = terms;
        this.turn = begun.number();
        this.inputs = begun.inputs();
        this.asking = asking;
        this.wire = wire;
        this.stranded = new Alarm(loop);
        this.listener = listener;
        this.timeline = Timeline.from(begun.inputs().getFirst());
        begun.sentences().forEach(script::add);
        int from = Math.min(begun.spoken(), script.size());
        for (int i = 0; i < from; i++) {
            script.get(i).done();
        }
        if (begun.written()) {
            script.written();
        }
        this.writing = new Writing(loop, minds.model(), terms.patience(), new Written());
        this.voicing = new Voicing(loop, minds.speech(), terms.patience(), script, from, new Voiced());
        this.mouth = new Mouth(loop, wire, terms, script, turn, from, part, new Spoken());
    }

    void start() {
        if (!wire.open()) {
            strand();
        }
        if (script.isWritten()) {
            advance();
        } else if (inputs.size() == 1 && inputs.getFirst().verbatim()) {
            copy(inputs.getFirst().text());
        } else {
            advance();
            writing.ask(asking, script.text());
        }
    }

    /** The end, before its time. */
    TurnRecord cut() {
        mouth.stop();
        close();
        return record(true);
    }

    /** Lets go of it; another process goes on with it. */
    void close() {
        over = true;
        writing.close();
        voicing.close();
        stranded.close();
    }

    void hold() {
        mouth.hold(true);
    }

    void go() {
        mouth.hold(false);
        advance();
    }

    /** Ends with the sentence in flight; returns false if there is none. */
    boolean lastSentence() {
        writing.close();
        boolean inFlight = mouth.lastSentence();
        broken |= script.shortened();
        return inFlight;
    }

    void stranded() {
        mouth.leave(UNNOTICED);
        strand();
    }

    /** There is another line. */
    void reconnected() {
        stranded.close();
        mouth.leave(Duration.ZERO);
        advance();
    }

    /** What was given was silenced. */
    void silenced() {
        mouth.leave(Duration.ZERO);
        advance();
    }

    void started(String utterance) {
        mouth.started(utterance);
    }

    void connected() {
        mouth.connected();
    }

    void ended(String utterance) {
        mouth.ended(utterance);
    }

    /** Nothing of it is being heard. */
    boolean quiet() {
        return !mouth.speaking();
    }

    /** What somebody who just came is told of it. */
    List<Told> present() {
        var started = new Told.TurnStarted(turn, inputs);
        int at = mouth.at();
        return mouth.speaking() && at < script.size()
                ? List.of(
                        started,
                        new Told.TurnSpeaking(turn),
                        new Told.TurnSentence(turn, at, script.get(at).text()))
                : List.of(started);
    }

    private void copy(String text) {
        listener.token(text);
        writing.copy(text, script.size());
    }

    private void advance() {
        if (!over) {
            voicing.upTo(mouth.giving() + terms.pacing().voicedAhead());
            mouth.feed();
        }
    }

    private void strand() {
        stranded.set(terms.patience().line(), () -> {
            listener.trouble("avatar.line_lost", "The connection to the avatar broke.");
            finish(true);
        });
    }

    private void finish(boolean interrupted) {
        if (!over) {
            mouth.stop();
            close();
            listener.over(record(interrupted));
        }
    }

    private TurnRecord record(boolean interrupted) {
        return new TurnRecord(turn, inputs, script.text(), script.heard(), interrupted, timeline, loop.now());
    }

    private final class Written implements Writing.Listener {
        @Override
        public void token(String text) {
            timeline = timeline.token(loop.now());
            listener.token(text);
        }

        @Override
        public void sentence(String text) {
            timeline = timeline.sentence(loop.now());
            int index = script.add(text);
            listener.sentence(index, text);
            advance();
        }

        @Override
        public void written() {
            script.written();
            listener.written();
            advance();
        }

        @Override
        public void unwritten(String code, String message) {
            if (!began && !rewritten) {
                rewritten = true;
                writing.ask(asking, script.text());
                return;
            }
            listener.trouble(code, message);
            broken = true;
            script.written();
            listener.written();
            advance();
        }
    }

    private final class Voiced implements Voicing.Listener {
        @Override
        public void sound() {
            timeline = timeline.audio(loop.now());
            advance();
        }

        @Override
        public void unvoiced(int index, String code, String message) {
            listener.trouble(code, message);
            broken = true;
            writing.close();
            script.endAt(script.get(index).begun() ? index + 1 : index);
            advance();
        }
    }

    private final class Spoken implements Delivery {
        @Override
        public void given() {
            began = true;
            timeline = timeline.sent(loop.now());
        }

        @Override
        public void reached(int index) {
            voicing.upTo(index + terms.pacing().voicedAhead());
        }

        @Override
        public void speaks() {
            boolean first = timeline.firstFrame() == null;
            timeline = timeline.frame(loop.now());
            if (first) {
                listener.speaks();
            }
        }

        @Override
        public void hears(int index) {
            listener.hears(index, script.get(index).text());
        }

        @Override
        public void done() {
            finish(broken);
        }

        @Override
        public void silent() {
            mouth.again();
            if (restarted) {
                listener.trouble("avatar.no_start", "The avatar does not begin to speak.");
                finish(true);
            } else {
                restarted = true;
                advance();
            }
        }

        @Override
        public void endless() {
            listener.trouble("avatar.no_end", "The avatar does not say that it has ended.");
        }
    }
}
