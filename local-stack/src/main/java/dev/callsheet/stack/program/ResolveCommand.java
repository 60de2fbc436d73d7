package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve",
        description = {
            "Ends an unsure or wedged take whose end nobody can see, as the provider's bill says.",
            "./callsheet takes lists them with what is known; nothing else can undo or repeat it."
        },
        mixinStandardHelpOptions = true)
final class ResolveCommand extends OperatorCommand {
    @Parameters(paramLabel = "TAKE", description = "the take's id")
    private String take = "";

    @Option(names = "--route", description = "i2v or r2v (default: ${DEFAULT-VALUE})", defaultValue = "i2v")
    private String route = "";

    @ArgGroup(multiplicity = "1")
    private Bill bill = new Bill();

    static final class Bill {
        @Option(names = "--paid", description = "it stands on the bill: its price is settled", required = true)
        private boolean paid;

        @Option(names = "--not-paid", description = "it does not: its price is released", required = true)
        private boolean notPaid;
    }

    @Option(names = "--reason", description = "what the bill says; kept in the take's story", required = true)
    private String reason = "";

    @Override
    int call(Workers workers, PrintWriter out) {
        for (Place worker : at(route)) {
            JsonNode answer = workers.put(
                    worker, "/v1/takes/" + take + "/resolution", Map.of(), Map.of("paid", bill.paid, "reason", reason));
            out.println("take " + take + " has " + answer.path("state").asText() + ", "
                    + (answer.path("paid").asBoolean() ? "paid" : "not paid"));
        }
        return 0;
    }
}
