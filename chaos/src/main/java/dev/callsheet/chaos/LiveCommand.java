package dev.callsheet.chaos;

import dev.callsheet.chaos.live.LiveRun;
import dev.callsheet.chaos.machine.Folders;
import dev.callsheet.chaos.machine.Programs;
import dev.callsheet.contracts.Json;
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
        name = "live",
        description = "Live sessions whose service and browser are killed in every order; then each paid second is"
                + " accounted for.",
        mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    private static final int BRIEF = 14;

    @Option(names = "--lives", description = "How many sessions (default: 200).")
    private int lives = 200;

    @Option(names = "--seed", description = "Of all that is drawn (default: 7).")
    private long seed = 7;

    @Option(names = "--short", description = "One batch: about half a minute.")
    private boolean brief;

    @Option(names = "--json", description = "Writes every figure there.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--keep", description = "Keeps data and logs, also of a run that found nothing.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("callsheet-chaos-");
        out.println("data and logs: " + folder);
        var programs = new Programs(folder);
        LiveRun.Outcome outcome;
        try {
            outcome = new LiveRun(programs, brief ? BRIEF : lives, seed, new Progress(out)::say).run();
        } finally {
            programs.endAll();
        }
        out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(outcome));
        out.println(
                outcome.violations().isEmpty()
                        ? "no violation"
                        : outcome.violations().size() + " violations");
        out.flush();
        if (json.isPresent()) {
            Files.write(
                    json.get(), Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(outcome));
        }
        if (!outcome.violations().isEmpty()) {
            return 1;
        }
        if (!keep) {
            Folders.delete(folder);
        }
        return 0;
    }
}
