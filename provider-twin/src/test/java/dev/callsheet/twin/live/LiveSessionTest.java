package dev.callsheet.twin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final LiveSession active = new LiveSession(
                    "s", "t", "a", false, START, Duration.ofMinutes(20), new LiveSession.Phase.Issued(), 0)
            .started(START);

    @Test
    void aMinuteCountsFromItsBegin() {
        assertThat(active.startedMinutes(START)).isEqualTo(1);
        assertThat(active.startedMinutes(START.plusSeconds(59))).isEqualTo(1);
        assertThat(active.startedMinutes(START.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void onlyAKeepAliveResetsTheIdleTimer() {
        var kept = active.touched(START.plusSeconds(200));

        assertThat(active.due(START.plusSeconds(300), IDLE)).contains(EndReason.IDLE_TIMEOUT);
        assertThat(kept.due(START.plusSeconds(300), IDLE)).isEmpty();
    }

    @Test
    void theLongestDurationEndsEvenAKeptSession() {
        var kept = active.touched(START.plusSeconds(1199));

        assertThat(kept.due(START.plusSeconds(1200), IDLE)).contains(EndReason.MAX_DURATION_REACHED);
    }

    @Test
    void aSessionEndsOnce() {
        var ended = active.ended(START.plusSeconds(10), EndReason.USER_CLOSED);

        assertThat(ended.ended(START.plusSeconds(20), EndReason.NO_CREDITS)).isEqualTo(ended);
        assertThat(ended.due(START.plusSeconds(9999), IDLE)).isEmpty();
    }
}
