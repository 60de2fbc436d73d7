package dev.callsheet.chaos.machine;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals that the JVM does not send, and what the kernel says of a process. */
final class Signals {
    static final String STOP = "-STOP";
    static final String CONTINUE = "-CONT";
    static final String QUIT = "-QUIT";

    private Signals() {}

    /** Sends a signal; to a process that is gone, nothing. */
    static void send(ProcessHandle process, String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackFailure("kill cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process is stopped by a signal (proc(5): state T). */
    static boolean isStopped(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return line.charAt(line.lastIndexOf(')') + 2) == 'T';
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
