package dev.callsheet.requestapi.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PerseveranceTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Perseverance PERSEVERANCE = new Perseverance(Duration.ofDays(5), Duration.ofHours(12));

    @Test
    void theScheduleIsTheSpecifications() {
        assertThat(Perseverance.PAUSES.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.parse("PT75H35M5S"));
    }

    @Test
    void whoIsGoneIsNotAskedAgain() {
        assertThat(after(410)).isEqualTo(new Outcome.Disable("gone"));
    }

    @Test
    void aRedirectIsAFailure() {
        assertThat(after(302)).isEqualTo(new Outcome.Again(NOW.plusSeconds(5)));
    }

    @Test
    void aWishIsReadAsSecondsOrAsADate() {
        assertThat(RetryAfter.read("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Tue, 01 Jan 2030 00:10:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(10));
        assertThat(RetryAfter.read("Mon, 31 Dec 2029 00:10:00 GMT", NOW)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.read("soon", NOW)).isNull();
        assertThat(RetryAfter.read("-5", NOW)).isNull();
        assertThat(RetryAfter.read("99999999999999", NOW)).isNull();
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }

    private static Outcome after(int code) {
        return PERSEVERANCE.after(new Answer.Status(code, null, ""), 1, null, NOW, 0);
    }
}
