package dev.callsheet.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final List<TurnFact> facts = new ArrayList<>();

    @Test
    void newWordsCutTheAnswerWhereTheyMay() {
        play(TurnPolicy.INTERRUPT, said("a"), said("b"));

        assertThat(facts)
                .containsExactly(
                        new TurnFact.Accepted(input("a")),
                        new TurnFact.Began(1, List.of(input("a"))),
                        new TurnFact.Accepted(input("b")),
                        new TurnFact.Cut(1),
                        new TurnFact.Began(2, List.of(input("b"))));
    }

    @Test
    void aTalkingPointNeverCutsAPersonsAnswer() {
        var point = new Input("p", "p", Origin.SCRIPT, null, true, NOW, null);

        play(TurnPolicy.INTERRUPT, said("a"), new TurnSignal.Said(point), new TurnSignal.Done(1));

        assertThat(facts).contains(new TurnFact.Queued(point, 1), new TurnFact.Began(2, List.of(point)));
        assertThat(facts).doesNotContain(new TurnFact.Cut(1));
    }

    @Test
    void whatTheHouseHasToSayIsSaidToItsEnd() {
        var disclosure = new Input("d", "I am an AI.", Origin.SYSTEM, null, true, NOW, null);

        play(
                TurnPolicy.INTERRUPT,
                new TurnSignal.Said(disclosure),
                new TurnSignal.SpeechBegan(),
                said("a"),
                new TurnSignal.Interrupt(),
                new TurnSignal.Done(1));

        assertThat(facts)
                .containsExactly(
                        new TurnFact.Accepted(disclosure),
                        new TurnFact.Began(1, List.of(disclosure)),
                        new TurnFact.Accepted(input("a")),
                        new TurnFact.Queued(input("a"), 1),
                        new TurnFact.Began(2, List.of(input("a"))));
    }

    @Test
    void wordsWaitInTheirOrderAndOneTooManyIsTold() {
        play(
                TurnPolicy.QUEUE,
                said("a"),
                said("b"),
                said("c"),
                said("d"),
                new TurnSignal.Done(1),
                new TurnSignal.Interrupt());

        assertThat(facts)
                .contains(
                        new TurnFact.Queued(input("c"), 2),
                        new TurnFact.Skipped(input("d"), Turns.QUEUE_FULL),
                        new TurnFact.Began(2, List.of(input("b"))),
                        new TurnFact.Cut(2),
                        new TurnFact.Began(3, List.of(input("c"))));
    }

    @Test
    void allThatWaitsIsAnsweredTogether() {
        play(TurnPolicy.MERGE, said("a"), said("b"), said("c"), new TurnSignal.Done(1));

        assertThat(facts).contains(new TurnFact.Began(2, List.of(input("b"), input("c"))));
    }

    @Test
    void theSameWordsAreTakenOnce() {
        play(TurnPolicy.QUEUE, said("a"), said("a"), new TurnSignal.Done(1), said("a"));

        assertThat(facts).hasSize(2);
    }

    @Test
    void theAvatarIsSilentWhileAPersonSpeaksAndGoesOnIfItWasNothing() {
        play(TurnPolicy.INTERRUPT, said("a"), new TurnSignal.SpeechBegan(), new TurnSignal.SpeechDropped());
        assertThat(facts).endsWith(new TurnFact.Hushed(1), new TurnFact.Resumed(1));

        facts.clear();
        play(TurnPolicy.QUEUE, said("a"), new TurnSignal.SpeechBegan(), new TurnSignal.SpeechDropped());
        assertThat(facts).hasSize(2);
    }

    @Test
    void aFarewellLetsTheSentenceEndAndIsTheLast() {
        play(
                TurnPolicy.QUEUE,
                said("a"),
                said("b"),
                new TurnSignal.Farewell(input("bye")),
                said("c"),
                new TurnSignal.Done(1),
                new TurnSignal.Done(2),
                said("d"));

        assertThat(facts.subList(4, facts.size()))
                .containsExactly(
                        new TurnFact.Skipped(input("b"), Turns.ENDING),
                        new TurnFact.Finishing(1),
                        new TurnFact.Skipped(input("c"), Turns.ENDING),
                        new TurnFact.Began(2, List.of(input("bye"))),
                        new TurnFact.Parted(),
                        new TurnFact.Skipped(input("d"), Turns.ENDED));
    }

    @Test
    void whatAnotherProcessLeftGoesOnUnderItsNumber() {
        var left = Turns.open(
                new TurnRules(TurnPolicy.QUEUE, 9), 7, List.of(input("a")), List.of(input("b")), Set.of("old"));

        var step = left.next().next(new TurnSignal.Done(7));

        assertThat(left.facts()).isEmpty();
        assertThat(step.facts()).containsExactly(new TurnFact.Began(8, List.of(input("b"))));
        assertThat(step.next().next(said("old")).facts()).isEmpty();
    }

    @Test
    void wordsThatTheJournalKnowsAreNotAnsweredAgain() {
        play(TurnPolicy.QUEUE, said("a"), said("b"), new TurnSignal.Known("b"), new TurnSignal.Known("a"));

        assertThat(facts).endsWith(new TurnFact.Skipped(input("b"), Turns.KNOWN), new TurnFact.Cut(1));
    }

    private void play(TurnPolicy policy, TurnSignal... signals) {
        var turns = Turns.open(new TurnRules(policy, 2), 0, null, List.of(), Set.of())
                .next();
        for (TurnSignal signal : signals) {
            var step = turns.next(signal);
            turns = step.next();
            facts.addAll(step.facts());
        }
    }

    private static TurnSignal said(String id) {
        return new TurnSignal.Said(input(id));
    }

    private static Input input(String id) {
        return new Input(id, id, Origin.TYPED, null, false, NOW, null);
    }
}
