package dev.callsheet.chaos;

import dev.callsheet.chaos.check.Story;
import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.machine.Folders;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.chaos.plan.PlanFile;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "money",
        description =
                "Thousands of takes while everything dies, hangs and lies; then each paid render is accounted for.",
        mixinStandardHelpOptions = true)
final class MoneyCommand implements Callable<Integer> {
    @Option(names = "--takes", description = "How many requests, each of one take (default: the plan's).")
    private Optional<Integer> takes = Optional.empty();

    @Option(names = "--workers", description = "How many worker processes (default: the plan's).")
    private Optional<Integer> workers = Optional.empty();

    @Option(names = "--seed", description = "Of load, strikes and faults (default: the plan's).")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--minutes", description = "After which it is told as it stands (default: the plan's).")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--short", description = "About three minutes: plans/money-short.yaml.")
    private boolean brief;

    @Option(names = "--plan", description = "Another plan than chaos/plans/money.yaml.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--json", description = "Writes every figure there.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--keep", description = "Keeps data and logs, also of a run that found nothing.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("callsheet-chaos-");
        out.println("data and logs: " + folder);
        MoneyRun.Outcome outcome = new MoneyRun(plan(), new Programs(folder), new Progress(out)).run();
        tell(out, outcome);
        if (json.isPresent()) {
            Files.write(
                    json.get(), Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(outcome.result()));
        }
        if (!outcome.violations().isEmpty() || !outcome.result().complete()) {
            out.flush();
            return 1;
        }
        if (!keep) {
            Folders.delete(folder);
        }
        out.flush();
        return 0;
    }

    private Plan plan() {
        Path plans = Checkout.find().root().resolve("chaos/plans");
        Plan plan = PlanFile.read(file.orElse(plans.resolve(brief ? "money-short.yaml" : "money.yaml")));
        return plan.with(
                takes.orElse(plan.takes()),
                workers.orElse(plan.workers()),
                minutes.orElse(plan.minutes()),
                seed.orElse(plan.seed()));
    }

    private static void tell(PrintWriter out, MoneyRun.Outcome outcome) throws IOException {
        for (Violation violation : outcome.violations()) {
            out.println(violation.kind() + " " + violation.subject() + ": " + violation.detail());
            Story.of(violation, outcome.snapshot()).forEach(line -> out.println("    " + line));
        }
        out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(outcome.result()));
        if (!outcome.violations().isEmpty()) {
            out.println(outcome.violations().size() + " violations");
        } else {
            out.println("no violation");
        }
    }
}
