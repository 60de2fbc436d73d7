package dev.callsheet.stack.program;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pause",
        description = {
            "Lets a model, a tenant, or everything rest: nothing new is submitted, what is under way goes on.",
            "Without --reason it lists what rests."
        },
        mixinStandardHelpOptions = true)
final class PauseCommand extends OperatorCommand {
    @Option(names = "--model", description = "only this model")
    private @Nullable String model;

    @Option(names = "--tenant", description = "only this tenant")
    private @Nullable TenantId tenant;

    @Option(names = "--until", description = "a time, as 2026-01-31T00:00:00Z; without it, until it is resumed")
    private @Nullable String until;

    @Option(names = "--reason", description = "why; others will read it")
    private @Nullable String reason;

    @Override
    int call(Workers workers, PrintWriter out) {
        for (Place worker : Workers.ALL) {
            PauseLines.print(
                    worker,
                    reason == null
                            ? workers.get(worker, "/v1/pauses", query())
                            : workers.put(worker, "/v1/pauses", query(), body(reason)),
                    out);
        }
        return 0;
    }

    private Map<String, String> body(String why) {
        Map<String, String> body = new HashMap<>(Map.of("reason", why));
        if (model != null) {
            body.put("model", model);
        }
        if (tenant != null) {
            body.put("tenant", tenant.value());
        }
        if (until != null) {
            body.put("until", until);
        }
        return body;
    }
}
