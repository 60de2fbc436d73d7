package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What dashboards, alerts and autoscaling read ({@code deploy/k8s/monitoring/metrics.json}: name, label, values), against what is
 * exported.
 */
record WantedMetrics(JsonNode byName) {
    /** Values that only a fault brings: no well-behaved run exports them. */
    private static final Set<String> OF_FAULTS =
            Set.of("outcome=away", "outcome=failed", "kept=false", "verdict=NOT_MEASURABLE");

    static WantedMetrics in(Path root) throws IOException {
        return new WantedMetrics(Json.read(Files.readAllBytes(root.resolve("deploy/k8s/monitoring/metrics.json"))));
    }

    /** Each name, label or value that nobody exports. */
    List<String> missing(Samples exported) {
        List<String> missing = new ArrayList<>();
        byName.properties().forEach(metric -> {
            String name = metric.getKey();
            if (!exported.byName().containsKey(name)) {
                missing.add(name);
                return;
            }
            metric.getValue().properties().forEach(label -> {
                if (!exported.has(name, label.getKey(), "")) {
                    missing.add(name + " by " + label.getKey());
                }
                label.getValue()
                        .valueStream()
                        .map(JsonNode::asText)
                        .filter(value -> !OF_FAULTS.contains(label.getKey() + "=" + value))
                        .filter(value -> !exported.has(name, label.getKey(), value))
                        .forEach(value -> missing.add(name + "{" + label.getKey() + "=\"" + value + "\"}"));
            });
        });
        return missing;
    }
}
