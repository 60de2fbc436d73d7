package dev.callsheet.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The alerting rules as they stand in the files. */
final class Alerts {
    static final Path MONITORING = Path.of("k8s/monitoring");

    private Alerts() {}

    static List<JsonNode> all() {
        return yaml(MONITORING.resolve("alerts"))
                .flatMap(file -> stream(file.at("/spec/groups")))
                .flatMap(group -> stream(group.path("rules")))
                .filter(rule -> rule.has("alert"))
                .toList();
    }

    /** What promtool is told to expect, of all alerts. */
    static List<JsonNode> trials() {
        return yaml(MONITORING.resolve("tests"))
                .flatMap(file -> stream(file.path("tests")))
                .flatMap(test -> stream(test.path("alert_rule_test")))
                .toList();
    }

    private static Stream<JsonNode> yaml(Path folder) {
        var mapper = new YAMLMapper();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> read(mapper, file)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(YAMLMapper mapper, Path file) {
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode many) {
        return many.valueStream();
    }
}
