package dev.callsheet.stack.program;

import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.StateFolder;
import dev.callsheet.stack.supervisor.Supervisor;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts the stack and returns when it is ready; it runs on until ./callsheet down.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--foreground", description = "hold the stack: it ends with Ctrl-C")
    private boolean foreground;

    @Option(names = "--told-by-log", hidden = true, description = "another program shows what is said here")
    private boolean toldByLog;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "start only these of the house's own programs, beside Kafka, PostgreSQL and S3")
    private List<String> only = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateFolder folder = state.folder();
        if (folder.isHeld()) {
            out.println("the stack runs already:");
            show(folder, out);
            return 0;
        }
        if (foreground) {
            return hold(folder, out);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--foreground", "--told-by-log", "--state", folder.root().toString()));
        arguments.addAll(ports.arguments());
        if (!only.isEmpty()) {
            arguments.addAll(List.of("--only", String.join(",", only)));
        }
        if (!new DetachedSupervisor(folder, out).start(arguments)) {
            return 1;
        }
        show(folder, out);
        out.println("./callsheet down ends it.");
        return 0;
    }

    private int hold(StateFolder folder, PrintWriter out) {
        var house = new House(Checkout.find().root(), folder, ports.ports(), services());
        try (Supervisor supervisor = Supervisor.start(house, line -> {
            out.println(line);
            out.flush();
        })) {
            if (!toldByLog) {
                show(folder, out);
                out.println("Ctrl-C or ./callsheet down ends it.");
                out.flush();
            }
            supervisor.awaitEnd();
        }
        return 0;
    }

    private static void show(StateFolder folder, PrintWriter out) {
        folder.record().ifPresent(stack -> new StatusTable(stack).lines().forEach(out::println));
    }

    private Set<Place> services() {
        return only.isEmpty()
                ? Set.copyOf(House.SERVICES)
                : only.stream()
                        .map(label -> Place.of(label)
                                .orElseThrow(() -> new StackFailure(
                                        "--only: found '" + label + "'; allowed are " + Place.labels())))
                        .collect(Collectors.toSet());
    }
}
