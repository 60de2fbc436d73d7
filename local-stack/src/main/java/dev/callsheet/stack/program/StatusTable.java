package dev.callsheet.stack.program;

import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import dev.callsheet.stack.supervisor.RecordedProcess;
import dev.callsheet.stack.supervisor.StackRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who runs where. */
record StatusTable(StackRecord stack) {
    private static final int KIB_PER_MIB = 1024;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %-28s %8s %9s %10s %9s".formatted("what", "where", "pid", "memory", "start", "restarts"));
        Ports ports = stack.places();
        for (Place place : Place.values()) {
            stack.process(place.label()).ifPresent(process -> lines.add(line(place, ports, process)));
        }
        lines.add("%-24s %-28s %8d %9s"
                .formatted(
                        "supervisor, traces",
                        ports.url(Place.TRACES),
                        stack.supervisor().pid(),
                        memory(stack.supervisor())));
        return lines;
    }

    private static String line(Place place, Ports ports, RecordedProcess process) {
        Long ready = process.readyAfterMs();
        String state =
                process.alive().isEmpty() ? "ended" : ready == null ? "starting" : "%.1f s".formatted(ready / 1000.0);
        return "%-24s %-28s %8d %9s %10s %9d"
                .formatted(
                        place.label(),
                        address(place, ports),
                        process.pid(),
                        memory(process),
                        state,
                        process.restarts());
    }

    private static String address(Place place, Ports ports) {
        return switch (place) {
            case KAFKA, KAFKA_CONTROLLER -> "127.0.0.1:" + ports.of(place);
            case POSTGRES -> "127.0.0.1:" + ports.of(place) + "/postgres";
            case OBJECT_STORE,
                    TRACES,
                    PROVIDER_TWIN,
                    REQUEST_API,
                    SCENARIO_ROUTER,
                    I2V_WORKER,
                    R2V_WORKER,
                    AVATAR_SESSION_SERVICE,
                    CONSISTENCY_SCORER -> ports.url(place);
        };
    }

    /** Resident memory, as the kernel tells it; a dash where there is no /proc. */
    private static String memory(RecordedProcess process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D+", ""))
                    .map(kib -> Long.parseLong(kib) / KIB_PER_MIB + " MiB")
                    .findFirst()
                    .orElse("-");
        } catch (IOException e) {
            return "-";
        }
    }
}
