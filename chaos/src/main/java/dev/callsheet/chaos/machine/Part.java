package dev.callsheet.chaos.machine;

import java.util.Optional;
import java.util.OptionalInt;

/** A process of the run that may die and is started again on what it has kept. */
public interface Part {
    /** As in the plan and in logs: {@code worker-1}, {@code kafka}. */
    String name();

    /** Starts it; returns when others may use it. @throws dev.callsheet.stack.StackFailure if it does not start */
    void start();

    /** The process that runs now or ran last; empty before the first start. */
    Optional<ProcessHandle> process();

    /** The code with which it ended by itself, where that is known. */
    default OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    /** Forgets a process that is dead, so that it can be started again. */
    default void clear() {}
}
