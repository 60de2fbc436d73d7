package dev.callsheet.decoder;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts child processes for files of unknown origin: bounded in memory, processor time, open files and size of files by
 * the system, in time by us; nothing of our environment, no folder but the one it is given, no core dump. A file that
 * crashes the program crashes the child. The bounds are set by {@code ulimit} of {@code /bin/sh} and hold on Linux; a
 * system that does not know one of them (macOS knows neither of the two for memory) runs the child without it.
 */
public final class Jail {
    /** The libraries beside a program name one another without saying where they lie. */
    static final String LIBRARIES = "LD_LIBRARY_PATH";

    /** Addresses of code and of what is reserved but never touched. */
    private static final int CODE_MEGABYTES = 128;

    private static final int STACK_KIB = 512;
    private static final int MOST_OPEN_FILES = 64;

    private final Limits limits;
    private final String script;

    public Jail(Limits limits) {
        this.limits = limits;
        this.script = script(limits);
    }

    /**
     * Starts the program. No argument is ever read as a word of the shell.
     *
     * @param folder in which it runs
     * @param input what it finds on its standard input; {@code /dev/null} if nothing
     * @throws IOException if it cannot be started
     */
    public Child start(File program, List<String> arguments, Path folder, File input) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, program.getPath()));
        command.addAll(arguments);
        ProcessBuilder child =
                new ProcessBuilder(command).directory(folder.toFile()).redirectInput(Redirect.from(input));
        child.environment().clear();
        child.environment().put(LIBRARIES, program.getParent());
        // One arena: each thread's own would be counted in full.
        child.environment().put("MALLOC_ARENA_MAX", "1");
        return new Child(child.start(), limits);
    }

    /** As above, with nothing on the standard input. */
    public Child start(File program, List<String> arguments, Path folder) throws IOException {
        return start(program, arguments, folder, new File("/dev/null"));
    }

    private static String script(Limits limits) {
        long data = limits.megabytes() * 1024L;
        StringBuilder script = new StringBuilder();
        set(script, "c", 0);
        set(script, "s", STACK_KIB);
        set(script, "n", MOST_OPEN_FILES);
        // In blocks of 512 bytes.
        set(script, "f", limits.fileMegabytes() * 2048L);
        set(script, "t", limits.time().toSeconds() + 1);
        set(script, "d", data);
        set(script, "v", data + CODE_MEGABYTES * 1024L);
        return script.append("exec \"$0\" \"$@\"").toString();
    }

    private static void set(StringBuilder script, String what, long value) {
        script.append("ulimit -").append(what).append(' ').append(value).append(" 2>/dev/null; ");
    }
}
