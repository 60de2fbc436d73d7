package dev.callsheet.corridor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aTableIsAskedOnceHoweverManyScrape() {
        var lately = new Lately<>(asked::incrementAndGet);

        for (int i = 0; i < 10; i++) {
            assertThat(lately.get()).contains(1);
        }
    }

    @Test
    void anOldAnswerIsAskedAnew() {
        var lately = new Lately<>(asked::incrementAndGet, Duration.ZERO);

        assertThat(lately.get()).contains(1);
        assertThat(lately.get()).contains(2);
    }

    @Test
    void aTableThatIsAwayHasNoAnswerAndIsLeftInPeace() {
        var lately = new Lately<Integer>(() -> {
            asked.incrementAndGet();
            throw new SQLException("away");
        });

        assertThat(lately.get()).isEmpty();
        assertThat(lately.get()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTableThatHangsHoldsUpNobodyForLong() {
        var never = new CountDownLatch(1);
        var lately = new Lately<>(
                () -> {
                    never.await();
                    return 1;
                },
                Duration.ofSeconds(5));
        long began = System.nanoTime();

        assertThat(lately.get()).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        never.countDown();
    }
}
