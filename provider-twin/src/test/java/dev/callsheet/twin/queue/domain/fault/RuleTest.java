package dev.callsheet.twin.queue.domain.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Rule SOMETIMES = rule(new Rule.When.Sometimes(0.1), Optional.empty());

    @Test
    void theSameSeedStrikesTheSameCalls() {
        assertThat(struck(11, 1000)).isEqualTo(struck(11, 1000)).isNotEqualTo(struck(12, 1000));
    }

    @Test
    void aProbabilityIsKept() {
        assertThat(struck(11, 20_000).size() / 20_000.0).isCloseTo(0.1, within(0.01));
    }

    @Test
    void aWindowOpensAndCloses() {
        var board = new FaultBoard(Duration.ZERO);
        var window = new Rule.Window(Duration.ofSeconds(30), Duration.ofSeconds(50));
        board.load(new Script(1, List.of(rule(new Rule.When.Every(), Optional.of(window)))), NOW);

        assertThat(board.strike(Call.submit("m", ""), NOW.plusSeconds(29)).all())
                .isEmpty();
        assertThat(board.strike(Call.submit("m", ""), NOW.plusSeconds(30)).all())
                .hasSize(1);
        assertThat(board.strike(Call.submit("m", ""), NOW.plusSeconds(49)).all())
                .hasSize(1);
        assertThat(board.strike(Call.submit("m", ""), NOW.plusSeconds(50)).all())
                .isEmpty();
    }

    @Test
    void filtersDecideWhatIsCounted() {
        var filtered = new Rule(
                Blow.usual(AnswerFault.LOST_ANSWER),
                new Rule.When.Every(),
                Optional.of("wan2.7-i2v"),
                Optional.of("boat"),
                Optional.empty(),
                1);

        assertThat(filtered.concerns(Call.submit("wan2.7-i2v", "a boat"))).isTrue();
        assertThat(filtered.concerns(Call.submit("wan2.7-r2v", "a boat"))).isFalse();
        assertThat(filtered.concerns(Call.submit("wan2.7-i2v", "a house"))).isFalse();
        assertThat(filtered.concerns(new Call(Door.READ, "wan2.7-i2v", "a boat", "j")))
                .isFalse();
    }

    @Test
    void aLimitEndsTheStrikes() {
        var board = new FaultBoard(Duration.ZERO);
        var rule = new Rule(
                Blow.usual(AnswerFault.LOST_ANSWER),
                new Rule.When.Every(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                2);
        board.load(new Script(1, List.of(rule)), NOW);

        var struck = IntStream.range(0, 5)
                .filter(_ -> !board.strike(Call.submit("m", ""), NOW).all().isEmpty())
                .toArray();

        assertThat(struck).containsExactly(0, 1);
    }

    private static List<Integer> struck(long seed, int calls) {
        return IntStream.rangeClosed(1, calls)
                .filter(number -> SOMETIMES.strikes(seed, 0, number, Duration.ZERO))
                .boxed()
                .toList();
    }

    private static Rule rule(Rule.When when, Optional<Rule.Window> window) {
        return new Rule(
                Blow.usual(AnswerFault.LOST_ANSWER),
                when,
                Optional.empty(),
                Optional.empty(),
                window,
                Integer.MAX_VALUE);
    }
}
