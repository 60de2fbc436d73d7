package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.r2v.domain.Shoot.Event;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds in every history of takes, measurements and persons' words; {@link Shoot} checks each step. */
class RetakeProperties {

    @Property(tries = 6000)
    void noHistorySpendsTooMuchOrGoesOnAfterItsEnd(
            @ForAll @IntRange(min = 1, max = 6) int maxTakes,
            @ForAll @IntRange(min = 1, max = 8) int affordable,
            @ForAll boolean review,
            @ForAll boolean hold,
            @ForAll("events") List<Event> events) {
        Shoot shoot = new Shoot(maxTakes, affordable, review, hold);
        for (Event event : events) {
            shoot.happens(event);
        }
        shoot.runOut();

        assertThat(shoot.over() || shoot.held())
                .as("it ends, or a person is asked")
                .isTrue();
    }

    @Property(tries = 2000)
    void aPersonsApprovalEndsAnyHeldRequestAndRejectionsEndItToo(
            @ForAll @IntRange(min = 1, max = 6) int maxTakes,
            @ForAll boolean approve,
            @ForAll("events") List<Event> events) {
        Shoot shoot = new Shoot(maxTakes, maxTakes, false, true);
        for (Event event : events) {
            shoot.happens(event);
        }
        shoot.runOut();
        for (int words = 0; words < 2 * maxTakes && !shoot.over(); words++) {
            shoot.happens(new Event.Said(approve ? Word.APPROVED : Word.REJECTED, shoot.heldAttempt()));
            shoot.runOut();
        }

        assertThat(shoot.over()).isTrue();
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Event> rendered = Arbitraries.of(
                new Event.Rendered(),
                new Event.Rendered(),
                new Event.Broke(true, false),
                new Event.Broke(false, false),
                new Event.Broke(true, true));
        Arbitrary<Event> measured = Combinators.combine(
                        Arbitraries.of("PASS", "REVIEW", "FAIL", "FAIL", "NOT_MEASURABLE"),
                        Arbitraries.doubles().between(0, 1))
                .as(Event.Measured::new);
        Arbitrary<Event> said = Combinators.combine(
                        Arbitraries.of(Word.class), Arbitraries.integers().between(1, 6))
                .as(Event.Said::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, rendered),
                        net.jqwik.api.Tuple.of(6, measured),
                        net.jqwik.api.Tuple.of(3, said),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Event.Cancelled())))
                .list()
                .ofMaxSize(30);
    }
}
