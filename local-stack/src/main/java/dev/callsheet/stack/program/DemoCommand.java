package dev.callsheet.stack.program;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.demo.Demo;
import dev.callsheet.stack.demo.DemoReport;
import dev.callsheet.stack.media.SampleMedia;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Ports;
import dev.callsheet.stack.supervisor.StateFolder;
import dev.callsheet.stack.supervisor.Supervisor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Plays all three scenarios: starts the stack if none runs, and ends it afterwards.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "write the result for a machine, too")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path root = Checkout.find().root();
        if (!new SampleMedia(root).available()) {
            throw new StackFailure("the photographs are missing; they come with the scorer's models: "
                    + "npm ci --ignore-scripts --prefix identity/models");
        }
        StateFolder folder = state.folder();
        if (folder.isHeld()) {
            return play(root, folder, state.running().places());
        }
        Instant begin = Instant.now();
        var house = new House(root, folder, ports.ports(), Set.copyOf(House.SERVICES));
        try (Supervisor _ = Supervisor.start(house, this::say)) {
            say("the stack is ready after "
                    + Duration.between(begin, Instant.now()).toSeconds() + " s");
            return play(root, folder, house.ports());
        }
    }

    private int play(Path root, StateFolder folder, Ports places) {
        Instant begin = Instant.now();
        var demo = new Demo(
                places,
                root.resolve("examples"),
                next(folder.root().resolve("demo-runs")),
                line -> say("%6.1f s  %s"
                        .formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0, line)));
        DemoReport report = demo.play();
        report.table().forEach(this::say);
        if (json != null) {
            write(json, report.json());
        }
        return report.ok() ? 0 : 1;
    }

    /** The number of this run; kept, so that the next one has another. */
    private static long next(Path counter) {
        try {
            long last = Files.exists(counter)
                    ? Long.parseLong(Files.readString(counter).strip())
                    : 0;
            write(counter, Long.toString(last + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return last + 1;
        } catch (IOException | NumberFormatException e) {
            throw new StackFailure(counter + " cannot be read", e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be written", e);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
