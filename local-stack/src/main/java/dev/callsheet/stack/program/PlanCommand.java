package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.routing.dialect.Dialect;
import dev.callsheet.routing.dialect.Dialects;
import dev.callsheet.routing.dialect.Mapped;
import dev.callsheet.routing.plan.Planned;
import dev.callsheet.routing.plan.Planner;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Totals;
import dev.callsheet.routing.policy.PolicyEdition;
import dev.callsheet.routing.policy.PolicyFile;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.plan.PlanFile;
import dev.callsheet.stack.plan.PlanLine;
import dev.callsheet.stack.plan.PlanTable;
import dev.callsheet.stack.supervisor.House;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Says what requests would become, cost and take. Nothing is sent, no stack is needed.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(
            paramLabel = "FILE",
            description = "requests: .json (one, or a list), .jsonl (one a line), .csv (a catalogue, one a row)")
    private Path file = Path.of("");

    @Option(names = "--json", description = "one decision a line, in the order of the file")
    private boolean json;

    @Option(
            names = "--dialect",
            description = "how the requests are written: auto, callsheet (our own), neutral, gmi, dashscope, openai,"
                    + " liveavatar, catalogue; neutral and auto also recognise the others (default: ${DEFAULT-VALUE})",
            defaultValue = "auto")
    private String dialect = "auto";

    @Option(names = "--policy", description = "the policy that decides (default: the built-in one)")
    private @Nullable Path policy;

    @Option(names = "--tenant", description = "whose requests they are (default: ${DEFAULT-VALUE})")
    private TenantId tenant = new TenantId(House.TENANT);

    @Option(names = "--now", description = "the time they are decided at, RFC 3339 (default: the clock's)")
    private @Nullable Instant now;

    @Option(names = "--submit", description = "then send the accepted rows to the running stack, each once")
    private boolean submit;

    @Option(
            names = "--key",
            description = "with --submit: the Idempotency-Key of the whole plan (default: made from the rows, so that a"
                    + " repeat sends nothing twice)")
    private @Nullable String key;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PolicyEdition edition = PolicyFile.load(Optional.ofNullable(policy));
        var plan = new PlanFile(file);
        Planner planner = planner(edition, plan.isTable());
        List<Row> rows = plan.rows();
        var totals = new Totals.Sum(edition.of(tenant));
        List<JsonNode> requests = new ArrayList<>();
        PlanTable table = json ? null : new PlanTable(out);
        for (Row row : rows) {
            Planned planned = planner.plan(row);
            totals.add(planned.decision());
            requests.add(planned.request());
            if (table == null) {
                out.println(PlanLine.of(planned));
            } else {
                table.row(planned);
            }
        }
        if (table != null) {
            table.totals(
                    totals.totals(), edition.version() + " (" + edition.hash().substring(0, 12) + ")");
        }
        out.flush();
        return submit ? send(requests) : 0;
    }

    private Planner planner(PolicyEdition edition, boolean table) {
        TenantId whose = tenant;
        Instant time = now == null ? Instant.now() : now;
        Dialects dialects = Dialects.load();
        return switch (dialect) {
            case Dialects.OWN -> Planner.own(whose, edition.of(whose), time);
            case "auto" ->
                Planner.reading(
                        whose, edition.of(whose), (document, clock) -> auto(dialects, table, document, clock), time);
            default -> {
                Dialect named = dialects.named(dialect)
                        .orElseThrow(() -> new StackFailure("--dialect " + dialect + ": expected one of auto, "
                                + String.join(", ", dialects.names())));
                boolean mixed = named.name().equals("neutral");
                yield Planner.reading(
                        whose,
                        edition.of(whose),
                        (document, clock) -> (mixed ? dialects.of(document, named) : named).map(document, clock),
                        time);
            }
        };
    }

    /** A table is a catalogue; a document that is recognised by its fields is mapped; the rest is our own form. */
    private static Mapped auto(Dialects dialects, boolean table, JsonNode document, Instant clock) {
        if (table) {
            return dialects.named(Dialects.TABLE).orElseThrow().map(document, clock);
        }
        return dialects.recognised(document)
                .map(found -> found.map(document, clock))
                .orElseGet(() -> Planner.own(document, clock));
    }

    /** The desk decides again, sends exactly what it accepts, and knows a repeat by the key. */
    private int send(List<JsonNode> requests) {
        PrintWriter out = spec.commandLine().getErr();
        byte[] body = Json.write(java.util.Map.of("requests", requests));
        String named = key == null ? "plan-" + Json.sha256(body) : key;
        try (var web = new Web(House.API_KEY)) {
            JsonNode sent = new FrontDesk(web, state.running().places()).submitPlan(named, body);
            out.println("sent: " + Json.text(sent.path("totals")) + " under the key " + named);
            out.flush();
        }
        return 0;
    }
}
