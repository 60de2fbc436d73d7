package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final byte[] PCM = {1, 2};

    private Turn turn = new Turn.Listening(0);
    private final List<TurnFact> facts = new ArrayList<>();

    @Test
    void aTurnRecordsEachMomentOnce() {
        hear(new TurnSignal.Said("hello", at(0)));
        hear(new TurnSignal.Token(1, "Hi", at(90)));
        hear(new TurnSignal.Token(1, " there.", at(120)));
        hear(new TurnSignal.Audio(1, PCM, at(300)));
        hear(new TurnSignal.Audio(1, PCM, at(500)));
        hear(new TurnSignal.AvatarStarted(1, at(420)));
        hear(new TurnSignal.AudioEnd(1, at(600)));
        hear(new TurnSignal.AvatarEnded(1, at(2000)));

        assertThat(turn).isEqualTo(new Turn.Done(1));
        assertThat(facts)
                .endsWith(
                        new TurnFact.Given(1),
                        new TurnFact.Ended(1, false, new Timeline(at(0), at(90), at(300), at(420))));
    }

    @Test
    void newWordsSilenceTheOldAnswerBeforeTheNewOneBegins() {
        speaking();
        facts.clear();

        hear(new TurnSignal.Said("wait", at(700)));

        assertThat(facts)
                .extracting(fact -> fact.getClass().getSimpleName() + fact.turn())
                .containsExactly("Dropped1", "Hushed1", "Ended1", "Began2");
    }

    @Test
    void whatIsLateForAnInterruptedTurnGoesNowhere() {
        speaking();
        hear(new TurnSignal.Interrupt(at(700)));
        facts.clear();

        hear(new TurnSignal.Audio(1, PCM, at(710)));
        hear(new TurnSignal.Token(1, "more", at(711)));
        hear(new TurnSignal.AudioEnd(1, at(712)));
        hear(new TurnSignal.AvatarEnded(1, at(713)));
        hear(new TurnSignal.Failed(1, "llm.unavailable", "", at(714)));

        assertThat(facts).isEmpty();
        assertThat(turn).isEqualTo(new Turn.Interrupted(1));
    }

    @Test
    void anInterruptWhileNothingIsSaidDoesNothing() {
        hear(new TurnSignal.Interrupt(at(0)));

        assertThat(facts).isEmpty();
        assertThat(turn).isEqualTo(new Turn.Listening(0));
    }

    @Test
    void anAvatarThatWasNotHeardYetNeedsNoSilencing() {
        hear(new TurnSignal.Said("hello", at(0)));
        facts.clear();

        hear(new TurnSignal.Interrupt(at(50)));

        assertThat(facts).noneMatch(TurnFact.Hushed.class::isInstance);
    }

    @Test
    void aPauseInTheAudioIsNotTheEndOfTheTurn() {
        speaking();

        hear(new TurnSignal.AvatarEnded(1, at(900)));

        assertThat(turn).isInstanceOf(Turn.Speaking.class);
    }

    @Test
    void aFailureIsToldAndEndsTheTurn() {
        speaking();
        facts.clear();

        hear(new TurnSignal.Failed(1, "speech.unavailable", "gone", at(800)));

        assertThat(facts).startsWith(new TurnFact.Troubled(1, "speech.unavailable", "gone"));
        assertThat(turn).isEqualTo(new Turn.Interrupted(1));
    }

    @Test
    void anAnswerWithoutASoundEndsItsTurn() {
        hear(new TurnSignal.Said("hello", at(0)));
        hear(new TurnSignal.AudioEnd(1, at(100)));

        assertThat(turn).isEqualTo(new Turn.Done(1));
    }

    private void speaking() {
        hear(new TurnSignal.Said("hello", at(0)));
        hear(new TurnSignal.Audio(1, PCM, at(300)));
    }

    private void hear(TurnSignal signal) {
        var step = turn.next(signal);
        turn = step.next();
        facts.addAll(step.facts());
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }
}
