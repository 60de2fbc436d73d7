package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one take. The step is the furthest that was told since the take came back to the queue for the last
 * time; an end is an end, whatever is told after it. Facts of one take are told in order; only ends may be early.
 *
 * @param progress what is foretold of it; null if nothing is
 */
public record TakeStory(
        TakeId takeId, List<Fact.OfTake> facts, @Nullable Progress progress) {

    public TakeStory {
        facts = List.copyOf(facts);
    }

    /** How far a take has come, in this order. */
    public enum Step {
        QUEUED(State.QUEUED),
        UNSURE(State.UNSURE),
        RENDERING(State.RENDERING),
        WEDGED(State.WEDGED),
        /** The tenant wants it stopped, the provider goes on. */
        UNSTOPPABLE(State.RENDERING),
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

        /** Whether nothing more is to come of the render. */
        boolean isOver() {
            return compareTo(FINISHED) >= 0;
        }

        private static Step told(Fact.OfTake fact) {
            return switch (fact) {
                case Fact.TakeQueued _, Fact.TakeForecast _, Fact.TakeRequeued _ -> QUEUED;
                case Fact.TakeUnsure _ -> UNSURE;
                case Fact.TakeRendering _ -> RENDERING;
                case Fact.TakeWedged _ -> WEDGED;
                case Fact.TakeUnstoppable _ -> UNSTOPPABLE;
                case Fact.TakeFinished _ -> FINISHED;
                case Fact.ClipScored _, Fact.ClipRuled _, Fact.RequestHeld _ -> SCORED;
                case Fact.TakeFailed _ -> FAILED;
                case Fact.TakeCancelled _ -> CANCELLED;
            };
        }
    }

    public Step step() {
        Step end = furthest(facts);
        return end.isOver() ? end : furthest(sinceQueued());
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

    /** The person's last word on it. */
    public Optional<Ruling> ruling() {
        return facts.stream()
                .filter(Fact.ClipRuled.class::isInstance)
                .map(fact -> ((Fact.ClipRuled) fact).ruling())
                .max(Comparator.comparing(Ruling::at));
    }

    /** How many rulings on it said something else. */
    public long rulingsUnlike(Ruling.Word word) {
        return facts.stream()
                .filter(fact ->
                        fact instanceof Fact.ClipRuled ruled && ruled.ruling().word() != word)
                .count();
    }

    /** Whether the clip may be used: the person's last word on it, or else the machine's. */
    public boolean isAccepted() {
        return ruling().map(ruling -> ruling.word() == Ruling.Word.APPROVED)
                .orElseGet(() ->
                        score().filter(score -> score.verdict().equals("PASS")).isPresent());
    }

    /** When it was approved; empty if it was not, or was rejected since. */
    Optional<Instant> approvedAt() {
        return ruling().filter(ruling -> ruling.word() == Ruling.Word.APPROVED).map(Ruling::at);
    }

    /** Whether its request waits for a person's word on it. */
    boolean isHeld() {
        return first(Fact.RequestHeld.class).isPresent() && ruling().isEmpty();
    }

    public Optional<Fact.TakeFailed> failed() {
        return first(Fact.TakeFailed.class);
    }

    /** What the provider said to a cancel, if it was asked. */
    public Optional<String> cancelAnswer() {
        return first(Fact.TakeUnstoppable.class)
                .map(Fact.TakeUnstoppable::answer)
                .or(() ->
                        first(Fact.TakeCancelled.class).flatMap(cancelled -> Optional.ofNullable(cancelled.answer())));
    }

    /**
     * What was promised, is set aside now, was spent and was given back; micros of US dollars. While nobody knows whether
     * the provider has the take, what it was quoted is set aside.
     */
    public Ledger ledger() {
        long quoted = queued().map(Fact.TakeQueued::quotedMicros).orElse(0L);
        long committed = committed(facts);
        if (step().isOver()) {
            long settled = settled();
            return new Ledger(quoted, 0, settled, Math.max(0, committed - settled));
        }
        long open = committed(sinceQueued());
        long given = committed - open;
        return new Ledger(quoted, open == 0 && step() == Step.UNSURE ? quoted : open, 0, given);
    }

    private long settled() {
        return finished().map(Fact.TakeFinished::settledMicros).orElse(0L)
                + failed().flatMap(failed -> Optional.ofNullable(failed.spentMicros()))
                        .orElse(0L)
                + first(Fact.TakeCancelled.class)
                        .map(Fact.TakeCancelled::spentMicros)
                        .orElse(0L);
    }

    /** Facts after the take came back to the queue for the last time; all of them if it never did. */
    private List<Fact.OfTake> sinceQueued() {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i) instanceof Fact.TakeRequeued) {
                return facts.subList(i, facts.size());
            }
        }
        return facts;
    }

    private static Step furthest(List<Fact.OfTake> facts) {
        return facts.stream().map(Step::told).max(Step::compareTo).orElse(Step.QUEUED);
    }

    private static long committed(List<Fact.OfTake> facts) {
        return facts.stream()
                .mapToLong(fact -> fact instanceof Fact.TakeRendering rendering ? rendering.committedMicros() : 0)
                .sum();
    }

    private <F extends Fact.OfTake> Optional<F> first(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
