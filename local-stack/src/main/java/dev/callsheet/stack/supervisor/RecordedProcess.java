package dev.callsheet.stack.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process as the state folder remembers it.
 *
 * @param startedAt by the kernel: tells it from a later process with the same pid
 * @param readyAfterMs null while it starts
 * @param restarts how often it was started again
 */
public record RecordedProcess(
        String name, long pid, Instant startedAt, @Nullable Long readyAfterMs, int restarts) {
    /** The kernel's start time is computed from the boot time, which a clock adjustment moves. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    static RecordedProcess of(String name, ProcessHandle process, int restarts) {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        return new RecordedProcess(name, process.pid(), started, null, restarts);
    }

    RecordedProcess readyAfter(Duration time) {
        return new RecordedProcess(name, pid, startedAt, time.toMillis(), restarts);
    }

    /** The process, if it is still that one. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::sameStart);
    }

    private boolean sameStart(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_ERROR) < 0)
                .isPresent();
    }
}
