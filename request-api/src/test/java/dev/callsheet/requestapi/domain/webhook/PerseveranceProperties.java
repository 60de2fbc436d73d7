package dev.callsheet.requestapi.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PerseveranceProperties {
    private static final Instant BEGUN = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration LONGEST_WISH = Duration.ofHours(12);
    private static final Perseverance PATIENT = new Perseverance(Duration.ofDays(365), LONGEST_WISH);

    @Provide
    Arbitrary<Answer> failures() {
        Arbitrary<Duration> wish =
                Arbitraries.longs().between(0, 400_000).map(Duration::ofSeconds).injectNull(0.5);
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(100, 599)
                        .filter(code -> code / 100 != 2 && code != 410)
                        .flatMap(code -> wish.map(wished -> new Answer.Status(code, wished, ""))),
                Arbitraries.just(new Answer.None("silent")));
    }

    @Property
    void aRoundOfFailuresEndsAfterTenAttemptsHoweverLuckFalls(
            @ForAll("failures") Answer answer, @ForAll @DoubleRange(min = 0, max = 1) double luck) {
        Instant now = BEGUN;
        int tries = 0;
        Outcome outcome = new Outcome.Again(now);
        while (outcome instanceof Outcome.Again(Instant at)) {
            assertThat(at).isAfterOrEqualTo(now);
            now = at;
            tries++;
            outcome = PATIENT.after(answer, tries, BEGUN, now, luck);
        }

        assertThat(outcome).isEqualTo(new Outcome.GivenUp());
        assertThat(tries).isEqualTo(Perseverance.MOST_TRIES).isEqualTo(10);
        assertThat(Duration.between(BEGUN, now))
                .isBetween(Duration.ofSeconds(75 * 3600 + 35 * 60 + 5), Duration.ofDays(8));
    }

    @Property
    void aPauseIsNeverShorterThanTheScheduleAndAtMostAFifthLonger(
            @ForAll @IntRange(min = 1, max = 9) int tries, @ForAll @DoubleRange(min = 0, max = 1) double luck) {
        Duration planned = Perseverance.PAUSES.get(tries - 1);

        Duration pause = pause(new Answer.None("silent"), tries, luck);

        assertThat(pause).isBetween(planned, planned.plus(planned.dividedBy(5)));
    }

    @Property
    void aReceiversWishIsKeptUpToItsBound(
            @ForAll @IntRange(min = 1, max = 9) int tries,
            @ForAll @IntRange(min = 0, max = 400_000) int seconds,
            @ForAll @DoubleRange(min = 0, max = 1) double luck) {
        Duration wish = Duration.ofSeconds(seconds);
        Duration planned = Perseverance.PAUSES.get(tries - 1);

        Duration pause = pause(new Answer.Status(503, wish, ""), tries, luck);

        assertThat(pause).isGreaterThanOrEqualTo(wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH);
        assertThat(pause)
                .isLessThanOrEqualTo(
                        (planned.compareTo(LONGEST_WISH) > 0 ? planned : LONGEST_WISH).plus(planned.dividedBy(5)));
    }

    @Property
    void anythingBetween200And299IsDeliveredWhateverWasBefore(
            @ForAll @IntRange(min = 200, max = 299) int code, @ForAll @IntRange(min = 1, max = 10) int tries) {
        assertThat(new Perseverance(Duration.ZERO, LONGEST_WISH)
                        .after(new Answer.Status(code, null, ""), tries, BEGUN, BEGUN.plusSeconds(9), 0.5))
                .isEqualTo(new Outcome.Delivered());
    }

    @Property
    void anEndpointIsDisabledOnceItHasFailedForTooLongAndNotBefore(
            @ForAll("failures") Answer answer,
            @ForAll @IntRange(min = 0, max = 20 * 24) int hours,
            @ForAll @IntRange(min = 1, max = 10) int tries) {
        var fiveDays = new Perseverance(Duration.ofDays(5), LONGEST_WISH);

        Outcome outcome = fiveDays.after(answer, tries, BEGUN, BEGUN.plus(Duration.ofHours(hours)), 0.5);

        assertThat(outcome instanceof Outcome.Disable).isEqualTo(hours >= 120);
    }

    private static Duration pause(Answer answer, int tries, double luck) {
        Outcome outcome = PATIENT.after(answer, tries, null, BEGUN, luck);
        assertThat(outcome).isInstanceOf(Outcome.Again.class);
        return Duration.between(BEGUN, ((Outcome.Again) outcome).at());
    }
}
