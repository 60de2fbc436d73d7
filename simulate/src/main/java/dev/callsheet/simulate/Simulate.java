package dev.callsheet.simulate;

import dev.callsheet.contracts.Json;
import dev.callsheet.simulate.house.Plan;
import dev.callsheet.simulate.house.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program behind {@code ./callsheet simulate}. */
@Command(
        name = "simulate",
        description = "Plays the busiest hour of a day in virtual time, with the engine's own policy of who is served:"
                + " how long the lines get, what theory says of them, and what fills up first.",
        mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
    @Parameters(arity = "0..*", description = "Plans (default: all of simulate/plans).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--clips", description = "Clips a day, instead of the plan's.")
    private Optional<Double> clips = Optional.empty();

    @Option(names = "--requests", description = "How many are played, instead of the plan's.")
    private Optional<Integer> requests = Optional.empty();

    @Option(names = "--seed", description = "Of everything drawn, instead of the plan's.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--no-growth", description = "Does not look for what fills up first.")
    private boolean calm;

    @Option(names = "--json", description = "Writes every figure there.")
    private Optional<Path> json = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Simulate() {}

    /** Ends with 0, or 2 for a plan or a command line that cannot be read. */
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        var line = new CommandLine(new Simulate());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof PlanUnreadable) {
                command.getErr().println(exception.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw exception;
        });
        return line;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Report.Figures> all = new ArrayList<>();
        for (Path file : plans()) {
            Plan plan = asked(PlanFile.read(file));
            Run.Outcome outcome = Run.of(plan);
            Optional<Growth.Bottleneck> full = calm ? Optional.empty() : Optional.of(Growth.of(plan, outcome));
            Report.lines(plan, outcome, full).forEach(out::println);
            out.flush();
            all.add(Report.figures(plan, outcome, full));
        }
        if (json.isPresent()) {
            Files.write(
                    json.get(), Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        }
        return CommandLine.ExitCode.OK;
    }

    private Plan asked(Plan plan) {
        Plan sized = plan.times(clips.map(wanted -> wanted / plan.clips()).orElse(1.0));
        return new Plan(
                sized.name(),
                sized.clips(),
                sized.peak(),
                requests.orElse(sized.requests()),
                seed.orElse(sized.seed()),
                sized.rejected(),
                sized.stations(),
                sized.families(),
                sized.tenants(),
                sized.live());
    }

    private List<Path> plans() throws IOException {
        if (!files.isEmpty()) {
            return files;
        }
        try (Stream<Path> plans = Files.list(Path.of(System.getProperty("callsheet.root", "."), "simulate/plans"))) {
            return plans.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
