package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "alerts",
        description = "Shows what an operator should look at, newest first; ends with 1 if anything is critical.",
        mixinStandardHelpOptions = true)
final class AlertsCommand extends OperatorCommand {
    @Option(names = "--closed", description = "those too that are over")
    private boolean closed;

    @Option(names = "--reconcile", description = "compares with the provider's list first")
    private boolean reconcile;

    @Override
    int call(Workers workers, PrintWriter out) {
        boolean critical = false;
        for (Place worker : Workers.ALL) {
            if (reconcile) {
                report(worker, workers.post(worker, "/v1/reconciliations"), out);
            }
            JsonNode alerts = workers.get(worker, "/v1/alerts", query("closed", "" + closed));
            if (alerts.isEmpty()) {
                out.println(worker.label() + ": no alert");
            }
            for (JsonNode alert : alerts) {
                critical |= !alert.has("closedAt")
                        && alert.path("severity").asText().equalsIgnoreCase("critical");
                out.printf(
                        "%s: %-8s  %s %s, %s since %s%s%n    %s%n",
                        worker.label(),
                        alert.path("severity").asText(),
                        alert.path("kind").asText(),
                        alert.path("subject").asText(),
                        alert.has("closedAt") ? "was" : "is so",
                        alert.path("openedAt").asText(),
                        alert.has("closedAt")
                                ? " until " + alert.path("closedAt").asText()
                                : "",
                        alert.path("detail").asText());
            }
        }
        return critical ? 1 : 0;
    }

    private static void report(Place worker, JsonNode report, PrintWriter out) {
        for (JsonNode model : report.path("models")) {
            out.println(worker.label() + ": " + model.path("model").asText() + ": "
                    + model.path("listed").asText() + " jobs listed, "
                    + model.path("booked").asText()
                    + " takes compared"
                    + (model.path("cutShort").asBoolean()
                            ? "; the list ends at "
                                    + model.path("reachesBackTo").asText("once") + ", "
                                    + model.path("beyondReach").asText() + " older jobs were not compared"
                            : ""));
        }
        report.path("troubles").forEach(trouble -> out.println(worker.label() + ": " + trouble.asText()));
        out.println(worker.label() + ": " + report.path("differences").size() + " differences, "
                + report.path("purses").asText() + " purses");
    }
}
