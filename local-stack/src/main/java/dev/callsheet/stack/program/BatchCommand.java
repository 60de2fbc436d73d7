package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.BatchWords;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "batch",
        description =
                "Follows a batch to its end; writes its results, or stops it. A request that became several is one, too.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "ID", description = "the batch, or the request that became several")
    private String id = "";

    @Option(names = "--results", description = "writes every row with what became of it, as .csv or .json; at any time")
    private @Nullable Path results;

    @Option(names = "--cancel", description = "stops what has not ended; what no provider has costs nothing")
    private boolean cancel;

    @Option(
            names = "--unstoppable",
            description = "with --cancel: what becomes of clips that are paid all the same, keep or drop"
                    + " (default: ${DEFAULT-VALUE})",
            defaultValue = "keep")
    private String unstoppable = "keep";

    @Option(names = "--minutes", description = "how long to follow (default: ${DEFAULT-VALUE})", defaultValue = "1440")
    private int minutes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var web = new Web(House.API_KEY)) {
            var desk = new FrontDesk(web, state.running().places());
            if (cancel) {
                JsonNode asked = desk.cancelBatch(id, unstoppable);
                out.printf(
                        "asked %d to stop: %d free, %d with the provider; %d had ended%n",
                        asked.path("asked").asInt(),
                        asked.path("free").asInt(),
                        asked.path("underWay").asInt(),
                        asked.path("ended").asInt());
            }
            if (results != null) {
                write(desk, results);
                out.println(BatchWords.line(desk.batch(id)));
                out.println("written to " + results);
            }
            out.flush();
            if (cancel || results != null) {
                return 0;
            }
            return new BatchRun(desk, out).follow(id, Duration.ofMinutes(minutes)) ? 0 : 1;
        }
    }

    private void write(FrontDesk desk, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".json")) {
            throw new StackFailure(file + ": expected a file that ends in .csv or .json");
        }
        try {
            Files.write(file, desk.results(id, name.endsWith(".csv") ? "csv" : "json"));
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be written", e);
        }
    }
}
