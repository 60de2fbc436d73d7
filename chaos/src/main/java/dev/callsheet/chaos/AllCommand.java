package dev.callsheet.chaos;

import dev.callsheet.chaos.check.Story;
import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.machine.Folders;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.chaos.plan.Fault;
import dev.callsheet.chaos.plan.PlanFile;
import dev.callsheet.chaos.plan.WholePlan;
import dev.callsheet.chaos.whole.WholeRun;
import dev.callsheet.chaos.whole.WholeTable;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "all",
        description = "The whole house under load, one fault after the other; then everything is held together.",
        mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {
    @Option(names = "--short", description = "About two minutes: plans/all-short.yaml.")
    private boolean brief;

    @Option(names = "--plan", description = "Another plan than chaos/plans/all.yaml.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--faults", split = ",", description = "These only, by their files' names, in this order.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Writes every figure there.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--table", description = "Writes the tables there, in Markdown.")
    private Optional<Path> table = Optional.empty();

    @Option(names = "--keep", description = "Keeps data and logs, also of a run that found nothing.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path plans = Checkout.find().root().resolve("chaos/plans");
        WholePlan plan =
                PlanFile.read(file.orElse(plans.resolve(brief ? "all-short.yaml" : "all.yaml")), WholePlan.class);
        plan = names.isEmpty() ? plan : plan.with(names);
        List<Fault> faults = plan.faults().stream()
                .map(name -> PlanFile.read(plans.resolve("faults").resolve(name + ".yaml"), Fault.class))
                .toList();
        Path folder = Files.createTempDirectory("callsheet-chaos-");
        out.println("data and logs: " + folder);
        var script = new FaultScript(folder);
        script.write(plan.seed(), plan.twin().faults());
        WholeRun.Outcome outcome =
                new WholeRun(plan, faults, new Programs(folder), new Progress(out)::say).run(script.file());
        tell(out, outcome);
        if (json.isPresent()) {
            Files.write(
                    json.get(), Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(outcome.result()));
        }
        if (table.isPresent()) {
            Files.write(table.get(), WholeTable.of(outcome.result()));
        }
        boolean kept = outcome.result().kept();
        if (kept && !keep) {
            Folders.delete(folder);
        }
        out.flush();
        return kept ? 0 : 1;
    }

    private static void tell(PrintWriter out, WholeRun.Outcome outcome) throws IOException {
        for (Violation violation : outcome.violations()) {
            out.println(violation.kind() + " " + violation.subject() + ": " + violation.detail());
            Story.of(violation, outcome.left().works()).forEach(line -> out.println("    " + line));
        }
        outcome.result().sessionFaults().forEach(out::println);
        WholeTable.of(outcome.result()).forEach(out::println);
        out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(outcome.result()));
        out.println(outcome.result().kept() ? "every promise was kept" : "a promise was broken");
    }
}
