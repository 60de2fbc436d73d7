package dev.callsheet.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./callsheet} with a state folder of its own. It does not build: the programs are packaged before. */
record Script(Path root, Path state) {
    private static final int LIMIT_MINUTES = 6;

    /** What a command said, both streams, and how it ended. */
    record Outcome(int code, String words) {}

    /** The script of the source tree that this test runs in. */
    static Script withState(Path state) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("callsheet"))) {
            folder = folder.getParent();
        }
        return new Script(folder, state);
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("callsheet", ".out");
        Process process = builder(arguments).redirectOutput(said.toFile()).start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", arguments) + " took more than " + LIMIT_MINUTES + " minutes");
        }
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Outcome(process.exitValue(), words);
    }

    /** Starts a command that goes on. */
    Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("callsheet").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("CALLSHEET_STATE", state.toString());
        builder.environment().put("CALLSHEET_BUILD", "no");
        return builder;
    }
}
