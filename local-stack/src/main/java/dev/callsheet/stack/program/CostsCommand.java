package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.operators.CostTable;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "costs",
        description = "Shows what was spent, from the ledgers of the workers and of the live sessions, in US dollars.",
        mixinStandardHelpOptions = true)
final class CostsCommand extends OperatorCommand {
    @Option(names = "--tenant", description = "only this tenant's")
    private @Nullable String tenant;

    @Option(names = "--campaign", description = "only this campaign's")
    private @Nullable String campaign;

    @Option(names = "--from", description = "a time, as 2026-01-31T00:00:00Z")
    private @Nullable String from;

    @Option(names = "--to", description = "a time, not included")
    private @Nullable String to;

    @Option(names = "--json", description = "the services' answers as JSON")
    private boolean json;

    @Override
    int call(Workers workers, PrintWriter out) {
        Map<String, @Nullable String> query = query("tenant", tenant, "campaign", campaign, "from", from, "to", to);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Place worker : Workers.ALL) {
            answers.put(worker.label(), workers.get(worker, "/v1/costs", query));
        }
        // Live sessions belong to no campaign.
        if (campaign == null) {
            answers.put(
                    Place.AVATAR_SESSION_SERVICE.label(),
                    workers.get(Place.AVATAR_SESSION_SERVICE, "/v1/costs", query));
        }
        if (json) {
            out.println(Json.text(answers));
        } else {
            new CostTable(answers).lines().forEach(out::println);
        }
        return answers.values().stream()
                        .allMatch(answer -> answer.path("agrees").asBoolean(true))
                ? 0
                : 1;
    }
}
