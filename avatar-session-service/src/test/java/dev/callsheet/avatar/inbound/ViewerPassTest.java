package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewerPassTest {
    private static final SessionId SESSION = new SessionId(new UUID(1, 2));
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String SHOP = "https://shop.example";

    private final ViewerPass passes = at(NOW);

    @Test
    void aPassLetsIntoItsSessionUntilItEnds() {
        String pass = passes.issue(SESSION, NOW.plusSeconds(60), null);

        assertThat(passes.admits(SESSION, pass, null)).isTrue();
        assertThat(passes.admits(SESSION, pass, "https://anywhere.example")).isTrue();
        assertThat(passes.admits(new SessionId(new UUID(1, 3)), pass, null)).isFalse();
        assertThat(at(NOW.plusSeconds(59)).admits(SESSION, pass, null)).isTrue();
        assertThat(at(NOW.plusSeconds(60)).admits(SESSION, pass, null)).isFalse();
    }

    @Test
    void aPassForAPageIsOfUseThereAlone() {
        String pass = passes.issue(SESSION, NOW.plusSeconds(60), SHOP);

        assertThat(passes.admits(SESSION, pass, SHOP)).isTrue();
        assertThat(passes.admits(SESSION, pass, "https://shop.example.evil.example"))
                .isFalse();
        assertThat(passes.admits(SESSION, pass, null)).isFalse();
    }

    @Test
    void nothingInAPassCanBeChanged() {
        String bound = passes.issue(SESSION, NOW.plusSeconds(60), SHOP);
        String[] parts = bound.split("\\.");

        assertThat(passes.admits(SESSION, parts[0] + ".." + parts[2], SHOP)).isFalse();
        assertThat(passes.admits(
                        SESSION, NOW.plusSeconds(999).getEpochSecond() + "." + parts[1] + "." + parts[2], SHOP))
                .isFalse();
        assertThat(new ViewerPass("another secret", Clock.fixed(NOW, ZoneOffset.UTC)).admits(SESSION, bound, SHOP))
                .isFalse();
        for (String junk : new String[] {"", ".", "..", "x", "x.y.z", "1.2", bound + "."}) {
            assertThat(passes.admits(SESSION, junk, SHOP)).as(junk).isFalse();
        }
    }

    private static ViewerPass at(Instant now) {
        return new ViewerPass("secret", Clock.fixed(now, ZoneOffset.UTC));
    }
}
