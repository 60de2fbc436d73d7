package dev.callsheet.chaos.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.chaos.plan.Strike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Sleeper part = new Sleeper();
    private final Tally tally = new Tally();
    private final Seat seat = new Seat(part, "worker", tally, new Rest());

    /** A process that does nothing. */
    private static final class Sleeper implements Part {
        private @Nullable ProcessHandle process;
        private int starts;

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public void start() {
            try {
                process = new ProcessBuilder("sleep", "60").start().toHandle();
                starts++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.ofNullable(process);
        }
    }

    @AfterEach
    void end() {
        seat.close();
    }

    @Test
    void whatIsKilledRunsAgainAndIsCounted() {
        seat.open();
        ProcessHandle first = part.process().orElseThrow();

        seat.strike(Strike.How.KILL, SHORT);

        assertThat(first.isAlive()).isFalse();
        assertThat(part.process().orElseThrow().isAlive()).isTrue();
        assertThat(tally.kills()).isEqualTo(1);
    }

    @Test
    void whatIsStoppedGoesOnAndIsNoKill() {
        seat.open();

        seat.strike(Strike.How.STOP, SHORT);

        assertThat(Signals.isStopped(part.process().orElseThrow())).isFalse();
        assertThat(part.starts).isEqualTo(1);
        assertThat(tally.kills()).isZero();
        assertThat(tally.all()).containsEntry("worker stopped", 1L);
    }

    @Test
    void whatHasStoppedItselfIsWokenAfterThePause() {
        seat.open();
        ProcessHandle process = part.process().orElseThrow();
        Signals.send(process, Signals.STOP);
        await().until(() -> Signals.isStopped(process));

        seat.tend(SHORT);

        assertThat(Signals.isStopped(part.process().orElseThrow())).isFalse();
        assertThat(part.process().orElseThrow().isAlive()).isTrue();
        assertThat(tally.all()).containsEntry("worker stopped at a fault point", 1L);
    }

    @Test
    void whatHasDiedByItselfRunsAgain() throws Exception {
        seat.open();
        part.process().orElseThrow().destroyForcibly();
        part.process().orElseThrow().onExit().get();

        seat.tend(SHORT);

        assertThat(part.starts).isEqualTo(2);
        assertThat(tally.kills()).isEqualTo(1);
    }
}
