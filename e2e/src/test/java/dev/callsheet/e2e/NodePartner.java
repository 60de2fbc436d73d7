package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code examples/node-partner}: a program in another language that has nothing of ours but the schemas. */
record NodePartner(Path root, String brokers, Path state) {
    private static final int LIMIT_SECONDS = 150;

    /** How a program ended, and what it said. */
    record Outcome(int code, String words) {
        List<String> lines() {
            return words.lines().toList();
        }
    }

    /** What the consumer believed, and what it did not. */
    record Followed(Outcome outcome, JsonNode report) {
        JsonNode request(String id) {
            return report.at("/requests/" + id);
        }
    }

    /** Installs what the lock file says, if it is not there. */
    void install() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder().resolve("node_modules/standardwebhooks"))) {
            Outcome installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (installed.code() != 0) {
                throw new IllegalStateException(installed.words());
            }
        }
    }

    Path file(String name, String json) throws IOException {
        return Files.writeString(state.resolve(name), json);
    }

    Outcome produce(String... arguments) throws IOException, InterruptedException {
        return node("produce.mjs", List.of(arguments));
    }

    /** Follows until the last of the requests has ended. */
    Followed consume(String group, List<String> requests) throws IOException, InterruptedException {
        Path report = state.resolve(group + ".json");
        Outcome outcome = node(
                "consume.mjs",
                List.of(
                        "--from-beginning",
                        "--for",
                        "120",
                        "--until",
                        String.join(",", requests),
                        "--json",
                        report + ""),
                group);
        return new Followed(outcome, Json.read(Files.readAllBytes(report)));
    }

    /** Registers itself as an endpoint, has a test sent, and ends when it has believed so many notices. */
    Outcome receive(String frontDesk, int notices) throws IOException, InterruptedException {
        return run(
                "env",
                "CALLSHEET=" + frontDesk,
                "API_KEY=" + House.API_KEY,
                "node",
                "receive.mjs",
                "--register",
                "request.*",
                "--test",
                "--count",
                notices + "",
                "--for",
                "60");
    }

    private Outcome node(String program, List<String> arguments, String... group)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", program));
        command.addAll(arguments);
        if (group.length > 0) {
            command.addAll(0, List.of("env", "GROUP=" + group[0]));
        }
        return run(command.toArray(String[]::new));
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(state, "node", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("KAFKA", brokers);
        builder.environment().put("TENANT", "demo");
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " took too long");
        }
        return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private Path folder() {
        return root.resolve("examples/node-partner");
    }
}
