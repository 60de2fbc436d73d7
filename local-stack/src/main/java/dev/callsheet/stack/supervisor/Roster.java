package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the record of the stack in step with what runs. Thread-safe. */
final class Roster {
    private final StateFolder folder;
    private final Ports ports;
    private final Map<String, RecordedProcess> processes = new LinkedHashMap<>();
    private final RecordedProcess supervisor = RecordedProcess.of("supervisor", ProcessHandle.current(), 0);
    private StackRecord.Phase phase = StackRecord.Phase.STARTING;

    Roster(StateFolder folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    synchronized void phase(StackRecord.Phase next) {
        phase = next;
        write();
    }

    /** @throws StackFailure if the stack is ending: nothing new is to be born */
    synchronized void born(String name, ProcessHandle process) {
        if (phase == StackRecord.Phase.ENDING) {
            process.destroyForcibly();
            throw new StackFailure("the stack is ending");
        }
        RecordedProcess before = processes.get(name);
        // A part that is formatted first has two processes; the first is over and was never ready.
        int restarts = before == null ? 0 : before.restarts() + (before.readyAfterMs() == null ? 0 : 1);
        processes.put(name, RecordedProcess.of(name, process, restarts));
        write();
    }

    synchronized void ready(String name, Duration after) {
        processes.computeIfPresent(name, (same, process) -> process.readyAfter(after));
        write();
    }

    synchronized boolean knows(String name, ProcessHandle process) {
        RecordedProcess known = processes.get(name);
        return known != null && known.pid() == process.pid();
    }

    private void write() {
        folder.write(new StackRecord(phase, supervisor, ports.byLabel(), new ArrayList<>(processes.values())));
    }
}
