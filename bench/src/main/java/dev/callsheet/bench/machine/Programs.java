package dev.callsheet.bench.machine;

import dev.callsheet.stack.Child;
import dev.callsheet.stack.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Starts Java programs, all with the same JVM settings; what is left of them ends with us. */
public final class Programs {
    /** The sizes of a small pod; the collector is the JVM's own choice. */
    private static final List<String> JVM = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final ConcurrentLinkedQueue<ProcessHandle> born = new ConcurrentLinkedQueue<>();
    private final Launcher launcher = Launcher.telling(born::add);
    private final Path folder;
    private final List<String> extra;

    /**
     * @param folder for logs and working directories
     * @param extra further JVM options for every program, as a profiler's
     */
    public Programs(Path folder, List<String> extra) {
        this.folder = folder;
        this.extra = List.copyOf(extra);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> born.forEach(ProcessHandle::destroyForcibly)));
    }

    public Path folder() {
        return folder;
    }

    /** A packaged service. @param properties as {@code -Dname=value} */
    public Program service(String name, Path jar, List<String> properties, Map<String, String> environment) {
        List<String> command = command();
        command.addAll(properties);
        command.addAll(List.of("-jar", jar.toString()));
        return start(name, command, environment);
    }

    /** A program of this module. */
    public Program peer(String name, Class<?> main, String... arguments) {
        return peer(name, List.of(), main, arguments);
    }

    /** A program of this module. @param options further ones of its JVM */
    public Program peer(String name, List<String> options, Class<?> main, String... arguments) {
        List<String> command = command();
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(name, command, Map.of());
    }

    /** Any program. */
    public Program start(String name, List<String> command, Map<String, String> environment) {
        Child child = launcher.start(name, command, folder.resolve(name), folder.resolve(name + ".log"), environment);
        return new Program(name, child);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(JVM);
        command.addAll(extra);
        return command;
    }
}
