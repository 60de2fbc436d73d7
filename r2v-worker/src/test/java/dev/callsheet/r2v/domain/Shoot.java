package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.TakeState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as the engine would run it, with its own books: each decision is held against them. */
final class Shoot {
    private final int maxTakes;
    private final int affordable;
    private final boolean review;
    private final boolean hold;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean cancelAsked;
    private @Nullable Sequel end;
    private @Nullable TakeId held;

    /** @param affordable how many takes the budget pays for */
    Shoot(int maxTakes, int affordable, boolean review, boolean hold) {
        this.maxTakes = maxTakes;
        this.affordable = affordable;
        this.review = review;
        this.hold = hold;
        attempts.add(Shots.attempt(1, new TakeState.Queued(0), null));
    }

    /** What may happen to a request; what does not fit changes nothing. */
    sealed interface Event {
        record Rendered() implements Event {}

        record Broke(boolean retryable, boolean paid) implements Event {}

        record Measured(String verdict, double within) implements Event {}

        /** @param attempt on which clip */
        record Said(Word word, int attempt) implements Event {}

        record Cancelled() implements Event {}
    }

    boolean over() {
        return end != null;
    }

    boolean held() {
        return held != null;
    }

    /** The attempt that a person was asked about last; 1 if none. */
    int heldAttempt() {
        return attempts.stream()
                .filter(attempt -> attempt.take().id().equals(held))
                .mapToInt(attempt -> attempt.take().attempt())
                .findFirst()
                .orElse(1);
    }

    void happens(Event event) {
        if (end != null) {
            return;
        }
        Attempt last = attempts.getLast();
        boolean runs = !last.take().state().ended();
        int number = last.take().attempt();
        switch (event) {
            case Event.Rendered _ when runs -> attempts.set(number - 1, Shots.finished(number, null, 0));
            case Event.Broke(var retryable, var paid)
            when runs -> attempts.set(number - 1, Shots.failed(number, retryable, paid));
            case Event.Measured(var verdict, var within) -> measure(verdict, within);
            case Event.Said(var word, var at) -> rule(word, at);
            case Event.Cancelled _ -> cancel(last);
            case Event.Rendered _, Event.Broke _ -> {
                return;
            }
        }
        conclude();
    }

    /** Everything that is under way goes on, and fails to show the right person. */
    void runOut() {
        for (int i = 0; i < 3 * maxTakes && end == null; i++) {
            happens(new Event.Rendered());
            happens(new Event.Measured("FAIL", 0));
        }
    }

    /** Scores come in the order of the clips. */
    private void measure(String verdict, double within) {
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            if (attempt.take().state() instanceof TakeState.Finished && attempt.score() == null) {
                attempts.set(i, new Attempt(attempt.take(), Shots.score(verdict, within), attempt.ruling()));
                return;
            }
        }
    }

    private void rule(Word word, int number) {
        if (number <= attempts.size() && attempts.get(number - 1).take().state() instanceof TakeState.Finished) {
            attempts.set(number - 1, Shots.ruled(attempts.get(number - 1), word));
        }
    }

    private void cancel(Attempt last) {
        cancelAsked = true;
        if (last.take().state() instanceof TakeState.Queued) {
            attempts.set(attempts.size() - 1, Shots.attempt(last.take().attempt(), new TakeState.Cancelled(0), null));
        }
    }

    private void conclude() {
        Sequel sequel = RetakePolicy.decide(file(), List.copyOf(attempts));
        assertThat(RetakePolicy.decide(file(), List.copyOf(attempts)))
                .as("the same again")
                .isEqualTo(sequel);
        switch (sequel) {
            case Sequel.Wait _ ->
                assertThat(attempts.getLast().take().state().ended()).isFalse();
            case Sequel.Measure(var scoring) ->
                assertThat(scoring.takeId()).isEqualTo(attempts.getLast().take().id());
            case Sequel.Retake _ -> retake();
            case Sequel.Hold(var take, var verdict) -> hold(take, verdict);
            case Sequel.Complete result -> complete(result);
            case Sequel.GiveUp _, Sequel.Stop _ -> {
                assertThat(attempts).as("a clip that was not given away").noneMatch(Shoot::there);
                end = sequel;
            }
        }
    }

    private void retake() {
        assertThat(attempts.getLast().take().state().ended()).isTrue();
        assertThat(attempts.size()).as("takes").isLessThan(maxTakes);
        assertThat(spent() + Shots.PRICE).as("money").isLessThanOrEqualTo(affordable * Shots.PRICE);
        assertThat(cancelAsked).isFalse();
        assertThat(attempts).noneMatch(attempt -> attempt.ruled(Word.APPROVED));
        assertThat(attempts)
                .noneMatch(attempt -> there(attempt) && word(attempt).equals("PASS"));
        attempts.add(Shots.attempt(attempts.size() + 1, new TakeState.Queued(0), null));
    }

    private void hold(TakeId take, String verdict) {
        assertThat(hold).isTrue();
        assertThat(cancelAsked).isFalse();
        assertThat(verdict).isNotEqualTo("PASS");
        assertThat(attempts)
                .filteredOn(Shoot::there)
                .noneMatch(attempt -> word(attempt).equals("PASS"));
        assertThat(attempts)
                .filteredOn(attempt -> attempt.take().id().equals(take))
                .singleElement()
                .matches(Shoot::there);
        held = take;
    }

    private void complete(Sequel.Complete result) {
        Attempt chosen = attempts.stream()
                .filter(attempt -> attempt.take().id().equals(result.take()))
                .findFirst()
                .orElseThrow();
        assertThat(chosen.ruled(Word.REJECTED)).as("rejected").isFalse();
        assertThat(chosen.take().state()).isEqualTo(new TakeState.Finished(result.clip()));
        assertThat(result.ruling()).isEqualTo(chosen.ruled(Word.APPROVED) ? Word.APPROVED : null);
        if (result.ruling() == null) {
            assertThat(result.verdict()).isEqualTo(word(chosen));
            assertThat(hold && !cancelAsked && !"PASS".equals(result.verdict()))
                    .as("held, and not asked")
                    .isFalse();
        }
        end = result;
    }

    private static boolean there(Attempt attempt) {
        return attempt.take().state() instanceof TakeState.Finished
                && attempt.score() != null
                && !attempt.ruled(Word.REJECTED);
    }

    private static String word(Attempt attempt) {
        return attempt.score() == null ? "" : attempt.score().verdict();
    }

    private long spent() {
        return attempts.stream()
                .filter(attempt -> attempt.take().state() instanceof TakeState.Finished
                        || attempt.take().state() instanceof TakeState.Failed(var _, var _, var _, var paid) && paid)
                .mapToLong(attempt -> attempt.take().quotedMicros())
                .sum();
    }

    private RequestFile file() {
        return Shots.file(
                "'maxTakes':" + maxTakes + ",'budget':{'currency':'USD','limit':'" + affordable * Shots.PRICE / 1e6
                        + "'},'acceptance':{'retakeOn':'" + (review ? "review" : "fail") + "','hold':" + hold + "}",
                cancelAsked);
    }
}
