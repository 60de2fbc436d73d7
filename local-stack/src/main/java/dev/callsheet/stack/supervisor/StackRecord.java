package dev.callsheet.stack.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the state folder knows of the stack: enough to talk to it, and to clean up after a supervisor that was killed. */
public record StackRecord(
        Phase phase, RecordedProcess supervisor, Map<String, Integer> ports, List<RecordedProcess> processes) {
    public StackRecord {
        ports = Map.copyOf(ports);
        processes = List.copyOf(processes);
    }

    /** Where the stack is in its life; it never goes back. */
    public enum Phase {
        STARTING,
        READY,
        ENDING
    }

    /** The ports that this stack was started with. */
    public Ports places() {
        return Ports.recorded(ports);
    }

    public Optional<RecordedProcess> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }
}
