package dev.callsheet.avatar.live.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.plan.Keepsakes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T20:00:00Z"), ZoneOffset.UTC);

    @Test
    void everythingThatIsDueGoesInBatches() {
        int[] due = {450};
        assertThat(new Retention(keepsakes(due), CLOCK).sweep()).isEqualTo(450);
        assertThat(due[0]).isZero();
        assertThat(new Retention(keepsakes(due), CLOCK).sweep()).isZero();
    }

    private static Keepsakes keepsakes(int[] due) {
        return new Keepsakes() {
            @Override
            public int forgetExpired(Instant now, int most) {
                assertThat(now).isEqualTo(CLOCK.instant());
                int some = Math.min(most, due[0]);
                due[0] -= some;
                return some;
            }

            @Override
            public void forget(SessionId id) {
                throw new AssertionError("nobody asked for " + id);
            }
        };
    }
}
