package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Reads each stored clip and its manifest and holds them against tables and ledger.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends OperatorCommand {
    @Parameters(paramLabel = "ID", description = "of a request or of a take")
    private String id = "";

    @Override
    int call(Workers workers, PrintWriter out) {
        int clips = 0;
        boolean good = true;
        for (Place worker : Workers.ALL) {
            for (JsonNode take : workers.get(worker, "/v1/takes/" + id + "/verification", query())) {
                clips += take.has("clip") ? 1 : 0;
                good &= take.path("ok").asBoolean();
                out.println("take " + take.path("takeId").asText() + ", attempt "
                        + take.path("attempt").asText() + " at " + worker.label() + ", "
                        + take.path("state").asText() + ": "
                        + take.path("clip").asText("no clip"));
                take.path("checks").forEach(check -> out.println(line(check)));
            }
        }
        if (clips == 0) {
            throw new StackFailure("no worker has a stored clip of " + id);
        }
        out.println(good ? "all is well with " + clips + " clip(s)" : "NOT ALL IS WELL");
        return good ? 0 : 1;
    }

    private static String line(JsonNode check) {
        String word = check.has("ok") ? check.path("ok").asBoolean() ? "ok" : "FAILED" : "not said";
        return "  %-8s  %-32s  %s"
                .formatted(
                        word, check.path("name").asText(), check.path("detail").asText());
    }
}
