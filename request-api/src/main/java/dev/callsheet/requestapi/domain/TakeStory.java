package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TakeId;
import java.util.List;
import java.util.Optional;

/** What is known of one take. Its facts may come in any order: the step is the furthest that was told. */
public record TakeStory(TakeId takeId, List<Fact.OfTake> facts) {

    public TakeStory {
        facts = List.copyOf(facts);
    }

    /** How far a take has come, in this order. */
    public enum Step {
        QUEUED(State.QUEUED),
        UNSURE(State.UNSURE),
        RENDERING(State.RENDERING),
        WEDGED(State.WEDGED),
        FINISHED(State.RENDERED),
        SCORED(State.RENDERED),
        FAILED(State.ROUTED),
        CANCELLED(State.ROUTED);

        private final State state;

        Step(State state) {
            this.state = state;
        }

        /** What this step of the newest take means for the request. */
        State state() {
            return state;
        }

        private static Step told(Fact.OfTake fact) {
            return switch (fact) {
                case Fact.TakeQueued _ -> QUEUED;
                case Fact.TakeUnsure _ -> UNSURE;
                case Fact.TakeRendering _ -> RENDERING;
                case Fact.TakeWedged _ -> WEDGED;
                case Fact.TakeFinished _ -> FINISHED;
                case Fact.ClipScored _ -> SCORED;
                case Fact.TakeFailed _ -> FAILED;
                case Fact.TakeCancelled _ -> CANCELLED;
            };
        }
    }

    public Step step() {
        return facts.stream().map(Step::told).max(Step::compareTo).orElse(Step.QUEUED);
    }

    /** From 1; 0 until it is told. */
    public int attempt() {
        return queued().map(Fact.TakeQueued::attempt)
                .or(() -> finished().map(Fact.TakeFinished::attempt))
                .orElse(0);
    }

    public Optional<String> model() {
        return queued().map(Fact.TakeQueued::model).or(() -> finished().map(Fact.TakeFinished::model));
    }

    public Optional<Fact.TakeQueued> queued() {
        return first(Fact.TakeQueued.class);
    }

    /** The latest: a take that was released is rendered again under another id of the provider's. */
    public Optional<Fact.TakeRendering> rendering() {
        return facts.stream()
                .filter(Fact.TakeRendering.class::isInstance)
                .map(Fact.TakeRendering.class::cast)
                .reduce((_, later) -> later);
    }

    public Optional<Fact.TakeFinished> finished() {
        return first(Fact.TakeFinished.class);
    }

    public Optional<Fact.Score> score() {
        return first(Fact.ClipScored.class).map(Fact.ClipScored::score);
    }

    public Optional<Fact.TakeFailed> failed() {
        return first(Fact.TakeFailed.class);
    }

    /** What was promised, set aside and spent; micros of US dollars. */
    public Ledger ledger() {
        return new Ledger(
                queued().map(Fact.TakeQueued::quotedMicros).orElse(0L),
                rendering().map(Fact.TakeRendering::committedMicros).orElse(0L),
                finished().map(Fact.TakeFinished::settledMicros).orElse(0L)
                        + first(Fact.TakeCancelled.class)
                                .map(Fact.TakeCancelled::spentMicros)
                                .orElse(0L));
    }

    private <F extends Fact.OfTake> Optional<F> first(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
