package dev.callsheet.avatar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversation's present turn. Numbers rise by one; a signal with another number than the present one is late and
 * does nothing. So nothing of an older turn reaches the avatar after an interrupt.
 *
 * <pre>
 * Listening | Done | Interrupted --said--> Thinking(n+1)
 * Thinking --first audio--> Speaking --all given, avatar ended--> Done
 * Thinking | Speaking --interrupt | failed--> Interrupted
 * Thinking | Speaking --said--> Thinking(n+1), the old turn ended as interrupted
 * </pre>
 */
public sealed interface Turn {
    /** The number of this turn, or of the last one; 0 before the first. */
    int number();

    /** Nothing was said since the conversation opened. */
    record Listening(int number) implements Turn {}

    /** The words are known; nothing of the answer has been given to the avatar. */
    record Thinking(int number, Timeline timeline) implements Turn {}

    /** @param given all of the answer is with the avatar */
    record Speaking(int number, Timeline timeline, boolean given) implements Turn {}

    record Done(int number) implements Turn {}

    record Interrupted(int number) implements Turn {}

    /** The next state and what follows from it. */
    record Step(Turn next, List<TurnFact> facts) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /** The decision about one signal. */
    default Step next(TurnSignal signal) {
        return switch (signal) {
            case TurnSignal.Said said -> said(said);
            case TurnSignal.Interrupt _ -> cut(List.of());
            case TurnSignal.Token token -> token(token);
            case TurnSignal.Audio audio -> audio(audio);
            case TurnSignal.AudioEnd end -> audioEnd(end);
            case TurnSignal.AvatarStarted started -> appeared(started);
            case TurnSignal.AvatarEnded ended -> avatarEnded(ended);
            case TurnSignal.Failed failed ->
                failed.turn() == number()
                        ? cut(List.of(new TurnFact.Troubled(number(), failed.code(), failed.message())))
                        : stay();
        };
    }

    private Step said(TurnSignal.Said said) {
        var facts = new ArrayList<>(cut(List.of()).facts());
        int turn = number() + 1;
        facts.add(new TurnFact.Began(turn, said.text()));
        return new Step(new Thinking(turn, Timeline.from(said.at())), facts);
    }

    /** Ends an active turn before its time; otherwise changes nothing. */
    private Step cut(List<TurnFact> why) {
        return switch (this) {
            case Thinking(int turn, Timeline timeline) -> {
                var facts = new ArrayList<>(why);
                facts.add(new TurnFact.Dropped(turn));
                facts.add(new TurnFact.Ended(turn, true, timeline));
                yield new Step(new Interrupted(turn), facts);
            }
            case Speaking(int turn, Timeline timeline, boolean _) -> {
                var facts = new ArrayList<>(why);
                facts.add(new TurnFact.Dropped(turn));
                facts.add(new TurnFact.Hushed(turn));
                facts.add(new TurnFact.Ended(turn, true, timeline));
                yield new Step(new Interrupted(turn), facts);
            }
            case Listening _, Done _, Interrupted _ -> stay();
        };
    }

    private Step token(TurnSignal.Token token) {
        if (token.turn() != number()) {
            return stay();
        }
        var told = List.<TurnFact>of(new TurnFact.Told(number(), token.text()));
        return switch (this) {
            case Thinking(int turn, Timeline timeline) ->
                new Step(new Thinking(turn, timeline.token(token.at())), told);
            case Speaking speaking -> new Step(speaking, told);
            case Listening _, Done _, Interrupted _ -> stay();
        };
    }

    private Step audio(TurnSignal.Audio audio) {
        if (audio.turn() != number()) {
            return stay();
        }
        var spoken = List.<TurnFact>of(new TurnFact.Spoken(number(), audio.pcm()));
        return switch (this) {
            case Thinking(int turn, Timeline timeline) ->
                new Step(new Speaking(turn, timeline.audio(audio.at()), false), spoken);
            case Speaking(int _, Timeline _, boolean given) -> given ? stay() : new Step(this, spoken);
            case Listening _, Done _, Interrupted _ -> stay();
        };
    }

    private Step audioEnd(TurnSignal.AudioEnd end) {
        if (end.turn() != number()) {
            return stay();
        }
        return switch (this) {
            // An answer without a sound is an answer: the turn is over.
            case Thinking(int turn, Timeline timeline) ->
                new Step(new Done(turn), List.of(new TurnFact.Ended(turn, false, timeline)));
            case Speaking(int turn, Timeline timeline, boolean given) ->
                given ? stay() : new Step(new Speaking(turn, timeline, true), List.of(new TurnFact.Given(turn)));
            case Listening _, Done _, Interrupted _ -> stay();
        };
    }

    private Step appeared(TurnSignal.AvatarStarted started) {
        if (started.turn() == number() && this instanceof Speaking(int turn, Timeline timeline, boolean given)) {
            boolean first = timeline.firstFrame() == null;
            Instant at = started.at();
            return new Step(
                    new Speaking(turn, timeline.frame(at), given),
                    first ? List.of(new TurnFact.Appeared(turn)) : List.of());
        }
        return stay();
    }

    private Step avatarEnded(TurnSignal.AvatarEnded ended) {
        if (ended.turn() == number() && this instanceof Speaking(int turn, Timeline timeline, boolean given) && given) {
            return new Step(new Done(turn), List.of(new TurnFact.Ended(turn, false, timeline)));
        }
        return stay();
    }

    private Step stay() {
        return new Step(this, List.of());
    }
}
