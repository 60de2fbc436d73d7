package dev.callsheet.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void theFirstRestartComesSoon() {
        assertThat(next(Duration.ofSeconds(5))).isEqualTo(Backoff.SHORTEST);
    }

    @Test
    void whatDiesAtOnceWaitsLongerEachTimeUpToALimit() {
        next(Duration.ZERO);

        assertThat(next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        IntStream.range(0, 20).forEach(time -> next(Duration.ZERO));
        assertThat(next(Duration.ZERO)).isEqualTo(Backoff.LONGEST);
    }

    @Test
    void whatHasLivedAWhileIsStartedSoonAgain() {
        next(Duration.ZERO);
        next(Duration.ZERO);

        assertThat(next(Duration.ofMinutes(5))).isEqualTo(Backoff.SHORTEST);
    }

    private Duration next(Duration lived) {
        return backoff.next(Place.I2V_WORKER, lived);
    }
}
