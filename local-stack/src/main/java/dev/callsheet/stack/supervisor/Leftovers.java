package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.PostgresPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a killed supervisor left running: by recorded pid, and only if it is still the process that was recorded. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** What the programs stand on, and need until they have ended. */
    private static final Set<String> FOUNDATIONS =
            Set.of(Place.KAFKA.label(), Place.POSTGRES.label(), Place.OBJECT_STORE.label());

    private final StateFolder folder;

    public Leftovers(StateFolder folder) {
        this.folder = folder;
    }

    /** To be called when no supervisor lives. Returns the names of what was ended. */
    public List<String> end() {
        List<String> ended = new ArrayList<>();
        folder.record().ifPresent(stack -> {
            // Programs do not stand on each other: all are asked before any is waited for.
            stack.processes().stream()
                    .filter(process -> !FOUNDATIONS.contains(process.name()))
                    .flatMap(process -> process.alive().stream())
                    .forEach(ProcessHandle::destroy);
            // What stands on others was started after them and goes first.
            for (RecordedProcess process : stack.processes().reversed()) {
                process.alive().ifPresent(alive -> {
                    end(alive);
                    ended.add(process.name() + " (pid " + process.pid() + ")");
                });
            }
        });
        // It may have been killed between the start of the database and the note of it.
        PostgresPart.postmaster(folder.data(Place.POSTGRES.label())).ifPresent(process -> {
            end(process);
            ended.add("postgres (pid " + process.pid() + ")");
        });
        folder.forget();
        return ended;
    }

    /** Asks, waits, forces. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!waitFor(process)) {
            process.destroyForcibly();
            waitFor(process);
        }
    }

    static boolean waitFor(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
