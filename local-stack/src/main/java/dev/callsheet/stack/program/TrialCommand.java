package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.BatchWords;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.Patience;
import dev.callsheet.stack.door.TrialWords;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Ports;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "trial",
        description = "Measures what naming the characters in the prompt is worth: the same scenes with and without, in"
                + " pairs. Shows the cost first.",
        mixinStandardHelpOptions = true)
final class TrialCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "CAMPAIGN", description = "which the clips belong to")
    private String campaign = "";

    @Option(
            names = "--bound",
            required = true,
            paramLabel = "FILE",
            description = "a request whose prompt names the characters, as @{mia}")
    private Path bound = Path.of("");

    @Option(names = "--text", required = true, paramLabel = "FILE", description = "the same, described in words only")
    private Path text = Path.of("");

    @Option(names = "--pairs", required = true, paramLabel = "N", description = "how many of each are made")
    private int pairs;

    @Option(names = "--seed", description = "of the first pair; another one makes another trial (default: 1)")
    private @Nullable Integer seed;

    @Option(names = "--yes", description = "do not ask before money is spent")
    private boolean yes;

    @Option(names = "--minutes", description = "how long to follow (default: ${DEFAULT-VALUE})", defaultValue = "1440")
    private int minutes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var web = new Web(House.API_KEY)) {
            Ports ports = state.running().places();
            var desk = new IdentityDesk(web, ports);
            ObjectNode trial = body();
            JsonNode plan = desk.trial(campaign, Json.write(trial));
            TrialWords.plan(plan).forEach(out::println);
            out.flush();
            if (!isAgreed()) {
                out.println("nothing was sent; --yes sends it without a question");
                out.flush();
                return 1;
            }
            trial.set("confirm", plan.path("confirm"));
            JsonNode begun = desk.trial(campaign, Json.write(trial));
            out.println("trial " + begun.path("id").asText());
            TrialWords.result(follow(desk, new FrontDesk(web, ports), begun, out))
                    .forEach(out::println);
            out.flush();
            return 0;
        }
    }

    private JsonNode follow(IdentityDesk desk, FrontDesk front, JsonNode begun, PrintWriter out) {
        StatusLine status = StatusLine.on(out);
        String batch = TrialWords.batch(begun);
        String id = begun.path("id").asText();
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        try (var _ = new GoesOn(out, "the same command again, or ./callsheet batch " + batch)) {
            while (System.nanoTime() < end) {
                JsonNode requests = front.batch(batch);
                status.show(
                        BatchWords.share(requests),
                        BatchWords.line(requests),
                        BatchWords.time(requests, Instant.now()));
                JsonNode trial = desk.trial(campaign, id);
                if (TrialWords.isOver(trial)) {
                    status.end();
                    return trial;
                }
                Patience.rest();
            }
        }
        throw new StackFailure("the trial " + id + " has not ended after " + minutes + " minutes; it goes on");
    }

    private boolean isAgreed() {
        Console console = System.console();
        if (yes || console == null || !console.isTerminal()) {
            return yes;
        }
        String answer = console.readLine("Spend it? [y/N] ");
        return answer != null
                && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
    }

    private ObjectNode body() {
        ObjectNode body = Json.mapper().createObjectNode();
        body.set("bound", request(bound));
        body.set("text", request(text));
        body.put("pairs", pairs);
        if (seed != null) {
            body.put("seed", seed);
        }
        return body;
    }

    private static JsonNode request(Path file) {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read", e);
        }
    }
}
