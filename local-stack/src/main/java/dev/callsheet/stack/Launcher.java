package dev.callsheet.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts programs. */
public final class Launcher {
    private final boolean endWithUs;
    private final Consumer<ProcessHandle> born;

    private Launcher(boolean endWithUs, Consumer<ProcessHandle> born) {
        this.endWithUs = endWithUs;
        this.born = born;
    }

    /** For tests: whatever is left when the JVM goes down is ended then. */
    static Launcher endingWithUs() {
        return new Launcher(true, process -> {});
    }

    /** For a supervisor that ends them itself, in order; it is told of each process as soon as there is one. */
    public static Launcher telling(Consumer<ProcessHandle> born) {
        return new Launcher(false, born);
    }

    /**
     * Starts a program; both its outputs are appended to the log.
     *
     * @param name for messages
     * @param folder the working directory, made if missing
     */
    public Child start(String name, List<String> command, Path folder, Path log, Map<String, String> environment) {
        return start(name, command, folder, log, environment, ClassArchive.none());
    }

    /**
     * The same for a JVM whose options name an archive of classes.
     *
     * @param archive told when the program has ended
     */
    public Child start(
            String name,
            List<String> command,
            Path folder,
            Path log,
            Map<String, String> environment,
            ClassArchive archive) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            born.accept(process.toHandle());
            var child = new Child(name, process, log, archive);
            if (endWithUs) {
                child.endWithUs();
            }
            return child;
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Whether what it starts ends with this JVM by itself. */
    boolean endsWithUs() {
        return endWithUs;
    }

    /** The java program that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
