package dev.callsheet.stack.program;

import dev.callsheet.stack.supervisor.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the members listen. */
final class PortOptions {
    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "another port for one of them, as kafka=29092 (or CALLSHEET_PORT_KAFKA=29092)")
    private Map<String, Integer> single = new HashMap<>();

    @Option(
            names = "--ports-from",
            paramLabel = "PORT|free",
            description = "twelve ports from this one on, or any free ones")
    private @Nullable String from;

    Ports ports() {
        return Ports.of(from, single, System.getenv());
    }

    /** The same, for another program. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        single.forEach((name, port) -> arguments.addAll(List.of("--port", name + "=" + port)));
        if (from != null) {
            arguments.addAll(List.of("--ports-from", from));
        }
        return arguments;
    }
}
