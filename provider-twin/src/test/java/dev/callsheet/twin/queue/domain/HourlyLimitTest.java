package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourlyLimitTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void eachOrganisationHasItsOwnSlidingHour() {
        var limit = new HourlyLimit(2, Duration.ofSeconds(60));

        assertThat(limit.take("a", NOW)).isEmpty();
        assertThat(limit.take("a", NOW.plusSeconds(10))).isEmpty();
        assertThat(limit.take("a", NOW.plusSeconds(20))).contains(Duration.ofSeconds(40));
        assertThat(limit.take("b", NOW.plusSeconds(20))).isEmpty();
        assertThat(limit.take("a", NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(new HourlyLimit(0, Duration.ofSeconds(60)).take("a", NOW)).isEmpty();
    }
}
