package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, in whatever order and however late, the conversation stays in order. */
class TurnProperties {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Property(tries = 3000)
    void nothingOfAnOlderTurnReachesTheAvatar(@ForAll("schedules") List<TurnSignal> schedule) {
        int silenced = 0;
        int begun = 0;
        for (TurnFact fact : play(schedule)) {
            switch (fact) {
                case TurnFact.Began began -> begun = began.turn();
                case TurnFact.Hushed hushed -> silenced = hushed.turn();
                case TurnFact.Spoken spoken ->
                    assertThat(spoken.turn()).isEqualTo(begun).isGreaterThan(silenced);
                case TurnFact.Given given ->
                    assertThat(given.turn()).isEqualTo(begun).isGreaterThan(silenced);
                case TurnFact.Told _,
                        TurnFact.Appeared _,
                        TurnFact.Dropped _,
                        TurnFact.Troubled _,
                        TurnFact.Ended _ -> {}
            }
        }
    }

    @Property(tries = 3000)
    void turnsAreNumberedWithoutGapsAndEndOnceBeforeTheNextBegins(@ForAll("schedules") List<TurnSignal> schedule) {
        int last = 0;
        Set<Integer> ended = new HashSet<>();
        for (TurnFact fact : play(schedule)) {
            if (fact instanceof TurnFact.Began began) {
                assertThat(began.turn()).isEqualTo(last + 1);
                assertThat(ended).hasSize(last);
                last = began.turn();
            } else if (fact instanceof TurnFact.Ended end) {
                assertThat(ended.add(end.turn())).isTrue();
            } else {
                assertThat(ended).doesNotContain(fact.turn());
            }
        }
    }

    @Property(tries = 3000)
    void anAvatarThatWasGivenAudioIsEitherGivenItsEndOrSilenced(@ForAll("schedules") List<TurnSignal> schedule) {
        Set<Integer> open = new HashSet<>();
        for (TurnFact fact : play(schedule)) {
            switch (fact) {
                case TurnFact.Spoken spoken -> open.add(spoken.turn());
                case TurnFact.Given given -> open.remove(given.turn());
                case TurnFact.Hushed hushed -> open.remove(hushed.turn());
                case TurnFact.Began _ -> assertThat(open).isEmpty();
                case TurnFact.Told _,
                        TurnFact.Appeared _,
                        TurnFact.Dropped _,
                        TurnFact.Troubled _,
                        TurnFact.Ended _ -> {}
            }
        }
    }

    @Provide
    Arbitrary<List<TurnSignal>> schedules() {
        Arbitrary<Integer> turn = Arbitraries.integers().between(0, 6);
        Arbitrary<TurnSignal> person = Arbitraries.of(new TurnSignal.Said("words", NOW), new TurnSignal.Interrupt(NOW));
        Arbitrary<TurnSignal> work =
                Combinators.combine(turn, Arbitraries.integers().between(0, 5)).as(TurnProperties::work);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, person), net.jqwik.api.Tuple.of(7, work))
                .list()
                .ofMaxSize(60);
    }

    private static TurnSignal work(int turn, int kind) {
        return switch (kind) {
            case 0 -> new TurnSignal.Token(turn, "token", NOW);
            case 1, 2 -> new TurnSignal.Audio(turn, new byte[] {1, 2}, NOW);
            case 3 -> new TurnSignal.AudioEnd(turn, NOW);
            case 4 -> new TurnSignal.AvatarEnded(turn, NOW);
            default -> new TurnSignal.Failed(turn, "code", "message", NOW);
        };
    }

    private static List<TurnFact> play(List<TurnSignal> schedule) {
        Turn turn = new Turn.Listening(0);
        var facts = new ArrayList<TurnFact>();
        for (TurnSignal signal : schedule) {
            var step = turn.next(signal);
            turn = step.next();
            facts.addAll(step.facts());
        }
        return facts;
    }
}
