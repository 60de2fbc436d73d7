package dev.callsheet.r2v.outbound;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A child process for a file of unknown origin: bounded in memory, processor time and file size by the system, in time by
 * us; nothing of our environment, none of our folders but its own. A file that crashes the program crashes the child.
 */
final class Jail {
    private static final int MOST_MEMORY_KIB = 1_500_000;
    private static final int MOST_FILE_BLOCKS = 100 << 11;
    /** Its own numbers are words of the shell, so no argument is ever read as one. */
    private static final String LIMITS = "ulimit -c 0; ulimit -v " + MOST_MEMORY_KIB + "; ulimit -f " + MOST_FILE_BLOCKS
            + "; ulimit -t \"$0\"; exec \"$@\"";

    /** As a shell tells that the system has ended a program for its processor time: SIGKILL, SIGXCPU. */
    private static final Set<Integer> OUT_OF_TIME = Set.of(128 + 9, 128 + 24);

    private final Duration limit;

    /** @param limit after which the child is killed */
    Jail(Duration limit) {
        this.limit = limit;
    }

    /** @return the exit value, or -1 if the time was up @throws IOException if it could not be started */
    int run(File program, List<String> arguments, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", LIMITS, Long.toString(Math.max(1, limit.toSeconds())), program.getPath()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        // The libraries beside it name one another without saying where they lie.
        builder.environment().put("LD_LIBRARY_PATH", program.getParent());
        Process child = builder.start();
        try {
            boolean ended = child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended && !OUT_OF_TIME.contains(child.exitValue()) ? child.exitValue() : -1;
        } finally {
            child.destroyForcibly();
        }
    }
}
