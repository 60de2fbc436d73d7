package dev.callsheet.conversation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A programme over days, with processes that die and an audience that speaks when it likes. */
class ProgrammeProperties {
    private static final SessionId SESSION = new SessionId(new UUID(1, 2));
    private static final Instant START = Instant.parse("2026-10-24T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(2));

    @Property(tries = 60)
    void everyPointComesOnceARoundInItsOrderWhateverDies(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int points, @ForAll boolean shuffled) {
        var plan = plan(points, true, shuffled);
        var programme = new Programme(SESSION, plan);
        List<String> said = new ArrayList<>();
        var known = new HashSet<String>();
        String stored = "";
        Instant now = START;
        Instant idleSince = now;
        boolean resting = false;
        while (now.isBefore(END)) {
            now = now.plusSeconds(random.nextInt(600));
            switch (programme.next(new Situation(now, resting, idleSince, 0, stored))) {
                case Step.Say(var input, var position) -> {
                    assertThat(plan.restingUntil(now)).isEmpty();
                    if (known.add(input.inputId())) {
                        said.add(input.text());
                    }
                    idleSince = now;
                    // It dies between the words and the note of them; another process begins from the old note.
                    stored = random.nextInt(4) == 0 ? stored : position;
                    programme = new Programme(SESSION, plan);
                }
                case Step.Rest(var until) -> {
                    assertThat(until).isAfter(now);
                    assertThat(plan.restingUntil(until)).isEmpty();
                    resting = true;
                }
                case Step.Wake() -> resting = false;
                case Step.End(), Step.Answer(), Step.Nothing() -> {}
            }
        }
        assertThat(said.size()).isGreaterThan(points);
        for (int round = 0; (round + 1) * points <= said.size(); round++) {
            assertThat(new HashSet<>(said.subList(round * points, (round + 1) * points)))
                    .hasSize(points);
        }
        if (!shuffled) {
            assertThat(said)
                    .isEqualTo(IntStream.range(0, said.size())
                            .mapToObj(i -> "point " + i % points)
                            .toList());
        }
    }

    @Property(tries = 200)
    void nothingIsSaidBeforeItsGapOfSilenceNorOverAComment(@ForAll @IntRange(max = 120) int silence) {
        var programme = new Programme(SESSION, plan(3, true, false));
        var quiet = START.plus(Duration.ofHours(3));
        var now = quiet.plusSeconds(silence);
        var step = programme.next(new Situation(now, false, quiet, 0, "0.1"));
        assertThat(step instanceof Step.Say).isEqualTo(silence >= 30);
        if (silence > 0) {
            assertThat(programme.next(new Situation(now, false, quiet, 1, "0.1")))
                    .isEqualTo(new Step.Answer());
        }
        assertThat(programme.next(new Situation(now, false, null, 1, "0.1"))).isEqualTo(new Step.Nothing());
    }

    @Property(tries = 200)
    void aRestEndsWhereNoHoursAreQuiet(@ForAll Random random) {
        var plan = plan(1, true, false);
        var now = START.plusSeconds(random.nextInt(400 * 86_400));
        plan.restingUntil(now).ifPresent(until -> {
            assertThat(until).isAfter(now);
            assertThat(plan.restingUntil(until)).isEmpty();
            assertThat(plan.restingUntil(until.minusMillis(1))).contains(until);
        });
        boolean quiet = plan.quietHours().stream()
                .anyMatch(hours -> hours.covers(now.atZone(plan.zone()).toLocalTime()));
        assertThat(plan.restingUntil(now).isPresent()).isEqualTo(quiet);
    }

    private static SessionPlan plan(int points, boolean repeat, boolean shuffled) {
        return new SessionPlan(
                IntStream.range(0, points)
                        .mapToObj(i -> new TalkingPoint("point " + i, false))
                        .toList(),
                Duration.ofSeconds(30),
                repeat,
                shuffled ? SessionPlan.Order.SHUFFLED : SessionPlan.Order.LISTED,
                List.of(
                        new QuietHours(LocalTime.of(23, 0), LocalTime.of(6, 30)),
                        new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 15))),
                ZoneId.of("America/New_York"),
                END,
                List.of());
    }
}
