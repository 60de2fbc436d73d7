package dev.callsheet.chaos.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrphansTest {
    private static final Instant GONE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration ALLOWED = Duration.ofSeconds(5);
    private static final List<Life> LIVES = List.of(new Life(1, Order.BOTH, "s", GONE));
    private static final Owed OWED = new Owed("s", "p", 100_000, false);

    @Test
    void booksThatAgreeHaveNoViolationAndTellTheWorstOverrun() {
        var found = Orphans.check(LIVES, List.of(paid(4, 100_000)), List.of(OWED), ALLOWED);

        assertThat(found.violations()).isEmpty();
        assertThat(found.overrun()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aMeterThatRanOnIsFound() {
        assertThat(violations(paid(6, 100_000), OWED))
                .singleElement()
                .asString()
                .startsWith("RAN_ON");
    }

    @Test
    void anotherAmountIsFound() {
        assertThat(violations(paid(4, 200_000), OWED))
                .singleElement()
                .asString()
                .startsWith("AMOUNT_DIFFERS");
    }

    @Test
    void aSessionInNoBookIsFound() {
        assertThat(violations(new Paid("other", "ended", GONE, GONE, 100_000), new Owed("s", "p", 0, false)))
                .singleElement()
                .asString()
                .startsWith("PAID_UNKNOWN");
    }

    @Test
    void aMeterThatStillRunsAndALegThatIsOpenAreFound() {
        assertThat(violations(new Paid("p", "active", GONE, null, 100_000), new Owed("s", "p", 100_000, true)))
                .extracting(text -> text.substring(0, text.indexOf(' ')))
                .containsExactly("LEG_OPEN", "STILL_RUNNING");
    }

    private static List<String> violations(Paid paid, Owed owed) {
        return Orphans.check(LIVES, List.of(paid), List.of(owed), ALLOWED).violations();
    }

    private static Paid paid(int seconds, long micros) {
        return new Paid("p", "ended", GONE.minusSeconds(9), GONE.plusSeconds(seconds), micros);
    }
}
