package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.operators.TakeTable;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "takes",
        description = {
            "Lists takes in a state with all that is known of them; those longest in it first.",
            "Another stack than .callsheet is named by CALLSHEET_STATE."
        },
        mixinStandardHelpOptions = true)
final class TakesCommand extends OperatorCall {
    @Option(
            names = "--state",
            description =
                    "queued, submitting, unsure, rendering, wedged, fetching, finished, failed or cancelled, or more with commas (default: ${DEFAULT-VALUE})",
            defaultValue = "unsure,wedged")
    private String states = "";

    @Option(names = "--model")
    private @Nullable String model;

    @Option(names = "--tenant")
    private @Nullable String tenant;

    @Option(names = "--limit", description = "most of each worker (default: ${DEFAULT-VALUE})", defaultValue = "100")
    private int limit;

    @Option(names = "--json")
    private boolean json;

    /** Here --state means the takes'. */
    @Override
    StateOption state() {
        return new StateOption();
    }

    @Override
    int call(Workers workers, PrintWriter out) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Place worker : Workers.ALL) {
            answers.put(
                    worker.label(),
                    workers.get(
                            worker,
                            "/v1/takes",
                            query("state", states, "model", model, "tenant", tenant, "limit", "" + limit)));
        }
        if (json) {
            out.println(Json.text(answers));
        } else if (answers.values().stream().allMatch(JsonNode::isEmpty)) {
            out.println("no take is " + states.replace(",", " or "));
        } else {
            answers.forEach(
                    (worker, takes) -> new TakeTable(worker, takes).lines().forEach(out::println));
        }
        return 0;
    }
}
