package dev.callsheet.stack.program;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resume",
        description = "Ends a pause: the one with just this model and tenant, at every worker that has it.",
        mixinStandardHelpOptions = true)
final class ResumeCommand extends OperatorCommand {
    private static final int NOT_FOUND = 404;

    @Option(names = "--model", description = "as it was paused")
    private @Nullable String model;

    @Option(names = "--tenant", description = "as it was paused")
    private @Nullable TenantId tenant;

    @Option(
            names = "--by",
            description = "whose pause to lift: operator, provider or contract (default: ${DEFAULT-VALUE})",
            defaultValue = "operator")
    private String by = "";

    @Override
    int call(Workers workers, PrintWriter out) {
        boolean resumed = false;
        var query = query("model", model, "tenant", tenant == null ? null : tenant.value(), "by", by);
        for (Place worker : Workers.ALL) {
            Web.Answer answer = workers.delete(worker, "/v1/pauses", query);
            if (answer.status() != NOT_FOUND) {
                PauseLines.print(worker, answer.orThrow(worker.label()), out);
                resumed = true;
            }
        }
        if (!resumed) {
            throw new StackFailure("nothing is paused so; ./callsheet pause lists what rests");
        }
        return 0;
    }
}
