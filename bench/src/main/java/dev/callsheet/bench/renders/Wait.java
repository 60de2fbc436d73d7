package dev.callsheet.bench.renders;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;

/** Waits for what programs do. */
final class Wait {
    private static final Duration PULSE = Duration.ofMillis(100);

    private Wait() {}

    @FunctionalInterface
    interface Check {
        boolean holds() throws InterruptedException;
    }

    /** @throws StackFailure if the program ends, or the limit passes, before the check holds */
    static void until(String what, Duration limit, Program program, Check check) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!check.holds()) {
            if (!program.alive() || System.nanoTime() > end) {
                throw new StackFailure(program.name() + ": " + what + " did not happen"
                        + (program.alive() ? " in " + limit.toSeconds() + " s" : "; the program has ended"));
            }
            Thread.sleep(PULSE);
        }
    }
}
