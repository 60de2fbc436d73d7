package dev.callsheet.twin.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.live.LiveSession.End;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Terms TERMS =
            new Terms(Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(1), 1);

    private final LiveSession active = new LiveSession(
                    "s",
                    "t",
                    new LiveOrder(Mode.LITE, "a", false, null, null, null),
                    START,
                    TERMS,
                    new LiveSession.Phase.Issued(),
                    0)
            .started(START);

    @Test
    void aMinuteCountsFromItsBegin() {
        assertThat(active.minutesBegun(START)).isEqualTo(1);
        assertThat(active.minutesBegun(START.plusSeconds(59))).isEqualTo(1);
        assertThat(active.minutesBegun(START.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void atTheVeryEndOfAMinuteNoneBegins() {
        assertThat(active.minutesUntil(START.plusSeconds(60))).isEqualTo(1);
        assertThat(active.minutesUntil(START.plusSeconds(61))).isEqualTo(2);
        assertThat(active.minutesUntil(START)).isEqualTo(1);
    }

    @Test
    void onlyAKeepAliveResetsTheIdleTimer() {
        var kept = active.touched(START.plusSeconds(200));

        assertThat(active.due(START.plusSeconds(310)))
                .contains(new End(START.plusSeconds(300), EndReason.IDLE_TIMEOUT));
        assertThat(kept.due(START.plusSeconds(310))).isEmpty();
    }

    @Test
    void theLongestDurationEndsEvenAKeptSession() {
        var kept = active.touched(START.plusSeconds(1199));

        assertThat(kept.due(START.plusSeconds(1300)))
                .contains(new End(START.plusSeconds(1200), EndReason.MAX_DURATION_REACHED));
    }

    @Test
    void anEarlierLimitCountsAndALaterOneDoesNot() {
        var early = new End(START.plusSeconds(20), EndReason.SERVER_ERROR);
        var late = new End(START.plusSeconds(9999), EndReason.SERVER_ERROR);

        assertThat(active.limited(early).due(START.plusSeconds(25))).contains(early);
        assertThat(active.limited(late)).isEqualTo(active);
    }

    @Test
    void aSessionEndsOnce() {
        var ended = active.ended(new End(START.plusSeconds(10), EndReason.USER_CLOSED));

        assertThat(ended.ended(new End(START.plusSeconds(20), EndReason.NO_CREDITS)))
                .isEqualTo(ended);
        assertThat(ended.due(START.plusSeconds(9999))).isEmpty();
    }
}
