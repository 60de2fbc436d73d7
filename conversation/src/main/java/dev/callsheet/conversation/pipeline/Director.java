package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.turn.History;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnFact;
import dev.callsheet.conversation.turn.TurnRecord;
import dev.callsheet.conversation.turn.TurnSignal;
import dev.callsheet.conversation.turn.Turns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what {@link Turns} decides. All of it happens on the conversation's loop. */
final class Director {
    private static final Work NONE = () -> {};
    private static final int PARTS = 1_000_000;

    private final Loop loop;
    private final Terms terms;
    private final Minds minds;
    private final Audience audience;
    private final Scribe scribe;
    private final TurnObserver observer;
    private final Moments moments;
    private final Wire wire = new Wire();
    private final History history;
    private final Deque<TurnSignal> signals = new ArrayDeque<>();
    private Turns turns;
    private @Nullable Performance present;
    private Work listening = NONE;
    private boolean deciding;
    private boolean released;
    private volatile boolean idle;

    Director(
            Loop loop,
            Terms terms,
            Minds minds,
            Audience audience,
            Scribe scribe,
            TurnObserver observer,
            Moments moments,
            TurnJournal.Left left) {
        this.loop = loop;
        this.terms = terms;
        this.minds = minds;
        this.audience = audience;
        this.scribe = scribe;
        this.observer = observer;
        this.moments = moments;
        this.history = new History(terms.manner(), terms.tokens(), left.history());
        var open = left.open();
        var step = Turns.open(
                terms.rules(), left.lastTurn(), open == null ? null : open.inputs(), left.waiting(), left.known());
        this.turns = step.next();
        if (open != null) {
            // Parts of the process before are not taken for ours: their word may still be under way.
            perform(open, (int) (loop.now().getEpochSecond() % PARTS));
        }
        step.facts().forEach(this::carryOut);
        this.idle = turns.idle();
    }

    void signal(TurnSignal signal) {
        if (released) {
            return;
        }
        signals.add(signal);
        if (deciding) {
            return;
        }
        deciding = true;
        try {
            for (TurnSignal next = signals.poll(); next != null; next = signals.poll()) {
                var step = turns.next(next);
                turns = step.next();
                step.facts().forEach(this::carryOut);
            }
        } finally {
            deciding = false;
            idle = turns.idle();
        }
    }

    void use(int leg, AvatarLine line) {
        if (released) {
            line.close();
            return;
        }
        wire.use(leg, line);
        if (present != null) {
            present.reconnected();
        }
    }

    void heard(int leg, AvatarEvent event) {
        if (!wire.isOf(leg)) {
            return;
        }
        switch (event) {
            case AvatarEvent.Started(String utterance) -> {
                boolean late = wire.silenceAgain(utterance);
                if (present != null) {
                    if (late) {
                        present.silenced();
                    } else {
                        present.started(utterance);
                    }
                }
            }
            case AvatarEvent.Ended(String utterance) -> {
                if (present != null) {
                    present.ended(utterance);
                }
            }
            case AvatarEvent.Connected _ -> {
                if (present != null) {
                    present.connected();
                }
            }
            case AvatarEvent.Stopped _, AvatarEvent.Lost _ -> {
                wire.lost();
                if (present != null) {
                    present.stranded();
                }
                moments.quiet();
            }
        }
    }

    /** Nothing is being heard. */
    boolean quiet() {
        return present == null || present.quiet();
    }

    /** Nothing is being answered and nothing waits; may be asked from any thread. */
    boolean idle() {
        return idle;
    }

    List<Told> present() {
        return present == null ? List.of() : present.present();
    }

    /** Stops all work without a word; the journal keeps what is under way. */
    void release() {
        released = true;
        listening.close();
        if (present != null) {
            present.close();
            present = null;
        }
        wire.lost();
    }

    private void carryOut(TurnFact fact) {
        switch (fact) {
            case TurnFact.Accepted(Input input) ->
                scribe.accepted(input, () -> signal(new TurnSignal.Known(input.inputId())));
            case TurnFact.Queued(Input input, int place) -> audience.tell(new Told.TurnQueued(input.inputId(), place));
            case TurnFact.Skipped(Input input, String reason) -> skip(input, reason);
            case TurnFact.Began(int turn, List<Input> inputs) -> begin(turn, inputs);
            case TurnFact.Cut _ -> {
                if (present != null) {
                    end(present.cut());
                }
            }
            case TurnFact.Hushed _ -> {
                if (present != null) {
                    present.hold();
                    listening = loop.after(terms.patience().person(), () -> signal(new TurnSignal.SpeechDropped()));
                    moments.quiet();
                }
            }
            case TurnFact.Resumed _ -> {
                listening.close();
                if (present != null) {
                    present.go();
                }
            }
            case TurnFact.Finishing _ -> {
                if (present != null && !present.lastSentence()) {
                    signals.add(new TurnSignal.Interrupt());
                }
            }
            case TurnFact.Parted _ -> moments.parted();
        }
    }

    private void skip(Input input, String reason) {
        audience.tell(new Told.TurnSkipped(input.inputId(), reason, input.author()));
        if (!reason.equals(Turns.KNOWN)) {
            scribe.skipped(input, reason);
        }
    }

    private void begin(int turn, List<Input> inputs) {
        scribe.began(turn, inputs);
        perform(new TurnJournal.OpenTurn(turn, inputs, List.of(), 0, false), 0);
    }

    private void perform(TurnJournal.OpenTurn open, int part) {
        observer.began(open.number(), open.inputs());
        audience.tell(new Told.TurnStarted(open.number(), open.inputs()));
        var performance = new Performance(
                loop, terms, minds, wire, open, history.asking(open.inputs()), part, new Stage(open.number()));
        present = performance;
        performance.start();
    }

    private void end(TurnRecord record) {
        listening.close();
        present = null;
        history.add(record);
        scribe.ended(record);
        observer.ended(record);
        audience.tell(new Told.TurnEnded(record));
        moments.quiet();
    }

    /** What comes of the present turn. */
    private final class Stage implements Progress {
        private final int turn;

        Stage(int turn) {
            this.turn = turn;
        }

        @Override
        public void token(String text) {
            audience.tell(new Told.TurnToken(turn, text));
        }

        @Override
        public void sentence(int index, String text) {
            scribe.sentence(turn, index, text);
        }

        @Override
        public void written() {
            scribe.written(turn);
        }

        @Override
        public void speaks() {
            audience.tell(new Told.TurnSpeaking(turn));
        }

        @Override
        public void hears(int index, String text) {
            scribe.spoken(turn, index);
            audience.tell(new Told.TurnSentence(turn, index, text));
            moments.quiet();
        }

        @Override
        public void trouble(String code, String message) {
            audience.tell(new Told.Trouble(code, message));
        }

        @Override
        public void over(TurnRecord record) {
            end(record);
            signal(new TurnSignal.Done(turn));
        }
    }
}
