package dev.callsheet.chaos.machine;

import dev.callsheet.stack.Child;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.Launcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A packaged program of the house, in a JVM of its own. */
public final class Service implements Part {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> JVM = List.of(
            "-Xms48m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    // Native libraries allocate from many threads; each would otherwise keep an arena of its own.
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private final Programs programs;
    private final String name;
    private final Path jar;
    private final int port = FreePorts.take(1).getFirst();
    private final Map<String, String> settings;
    private final Map<String, String> environment;
    private volatile @Nullable Child running;

    /**
     * @param module whose packaged program it is, as {@code i2v-worker}
     * @param settings by their names in the program's page
     */
    public Service(Programs programs, String name, String module, Map<String, String> settings) {
        this(programs, name, module, settings, Map.of());
    }

    /** A program whose clock can jump. */
    public Service(Programs programs, String name, String module, Map<String, String> settings, WallClock clock) {
        this(programs, name, module, settings, clock.environment());
    }

    private Service(
            Programs programs,
            String name,
            String module,
            Map<String, String> settings,
            Map<String, String> environment) {
        this.programs = programs;
        this.name = name;
        this.jar = programs.packaged(module).resolve("quarkus-run.jar");
        this.settings = new TreeMap<>(settings);
        this.settings.put("quarkus.http.port", Integer.toString(port));
        this.environment = new TreeMap<>(ENVIRONMENT);
        this.environment.putAll(environment);
    }

    @Override
    public String name() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void start() {
        List<String> command = new ArrayList<>(List.of(Launcher.java()));
        command.addAll(JVM);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        Child child = programs.launcher()
                .start(name, command, programs.folder().resolve(name), programs.log(name), environment);
        running = child;
        child.awaitReady(LIMIT, () -> FreePorts.isOpen(port));
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(running).map(child -> child.process().toHandle());
    }

    @Override
    public OptionalInt exitCode() {
        Child child = running;
        return child == null || child.process().isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(child.process().exitValue());
    }
}
