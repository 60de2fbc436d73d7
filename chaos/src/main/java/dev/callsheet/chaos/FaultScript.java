package dev.callsheet.chaos;

import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The twin's fault script as a file that each start of the twin reads. */
final class FaultScript {
    private final Path file;

    FaultScript(Path folder) {
        this.file = folder.resolve("faults.yaml");
    }

    Path file() {
        return file;
    }

    /** Puts the plan's faults down. */
    void write(Plan plan) {
        write(plan.seed(), plan.twin().faults());
    }

    /** From the next start on the twin is healthy. */
    void clear() {
        write(0, List.of());
    }

    /** JSON is YAML. */
    void write(long seed, List<Map<String, Object>> rules) {
        try {
            Files.write(file, Json.write(Map.of("seed", seed, "rules", rules)));
        } catch (IOException e) {
            throw new StackFailure("the fault script cannot be written: " + file, e);
        }
    }
}
