package dev.callsheet.conversation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In Berlin clocks go forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00. */
class QuietHoursTest {
    @Test
    void aNightReachesOverMidnight() {
        var plan = plan("23:30-07:00");
        assertThat(until(plan, "2026-11-23T22:29:59Z")).isEmpty();
        assertThat(until(plan, "2026-11-23T22:30:00Z")).contains(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(until(plan, "2026-11-24T05:59:59Z")).contains(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(until(plan, "2026-11-24T06:00:00Z")).isEmpty();
    }

    @Test
    void theWallClockCountsWhenClocksChange() {
        var plan = plan("23:30-07:00");
        assertThat(rest(plan, "2026-03-28T22:30:00Z")).isEqualTo(Duration.ofMinutes(6 * 60 + 30));
        assertThat(rest(plan, "2026-10-24T21:30:00Z")).isEqualTo(Duration.ofMinutes(8 * 60 + 30));
    }

    @Test
    void aTimeThatIsSkippedIsWhenClocksGoForward() {
        assertThat(until(plan("01:00-02:30"), "2026-03-29T00:30:00Z")).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(until(plan("02:30-04:00"), "2026-03-29T01:00:00Z")).contains(Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(until(plan("02:10-02:50"), "2026-03-29T01:00:00Z")).isEmpty();
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCounts() {
        var plan = plan("01:00-02:30");
        assertThat(until(plan, "2026-10-25T00:00:00Z")).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(until(plan, "2026-10-25T00:45:00Z")).isEmpty();
        assertThat(until(plan, "2026-10-25T01:15:00Z")).isEmpty();
    }

    @Test
    void adjoiningHoursAreOneRest() {
        var plan = plan("22:00-02:00", "02:00-06:00", "05:00-08:00");
        assertThat(until(plan, "2026-11-23T21:30:00Z")).contains(Instant.parse("2026-11-24T07:00:00Z"));
    }

    private static SessionPlan plan(String... hours) {
        List<QuietHours> quiet = Arrays.stream(hours)
                .map(text -> new QuietHours(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6))))
                .toList();
        return new SessionPlan(
                List.of(),
                Duration.ofSeconds(20),
                false,
                SessionPlan.Order.LISTED,
                quiet,
                ZoneId.of("Europe/Berlin"),
                null,
                List.of());
    }

    private static Optional<Instant> until(SessionPlan plan, String moment) {
        return plan.restingUntil(Instant.parse(moment));
    }

    private static Duration rest(SessionPlan plan, String moment) {
        return Duration.between(Instant.parse(moment), until(plan, moment).orElseThrow());
    }
}
