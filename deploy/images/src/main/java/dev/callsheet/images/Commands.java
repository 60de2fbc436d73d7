package dev.callsheet.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the machine that builds. */
final class Commands {
    /** What a program said on its standard output. */
    record Outcome(int code, String out) {}

    private Commands() {}

    /** Waits for its end. @throws ImageFailure if it cannot be started */
    static Outcome run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), out);
        } catch (IOException e) {
            throw new ImageFailure(command.getFirst() + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("interrupted", e);
        }
    }

    /** @throws ImageFailure unless it ends with code 0 */
    static String must(List<String> command) {
        Outcome outcome = run(command);
        if (outcome.code() != 0) {
            throw new ImageFailure(command.getFirst() + " ended with code " + outcome.code() + ": " + outcome.out());
        }
        return outcome.out();
    }
}
