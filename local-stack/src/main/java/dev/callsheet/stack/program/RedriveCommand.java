package dev.callsheet.stack.program;

import dev.callsheet.stack.operators.Redrive;
import dev.callsheet.stack.operators.WorkerLedgers;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "redrive",
        description = {
            "Puts dead letters back onto their topic, after a look into the workers' ledgers.",
            "A record is put back once, however often this is run; one that money was spent on is not put back."
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand extends OperatorCommand {
    @Parameters(paramLabel = "TOPIC", description = "as callsheet.work.i2v.dlq")
    private String topic = "";

    @Option(names = "--dry-run", description = "says what would be done")
    private boolean dryRun;

    @Option(names = "--limit", description = "most records to look at")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--force",
            description = "puts back what is left otherwise, as what cannot be read; never what is paid")
    private boolean force;

    @Override
    int call(Workers workers, PrintWriter out) {
        var redrive = new Redrive("127.0.0.1:" + ports().of(Place.KAFKA), new WorkerLedgers(workers), line -> {
            out.println(line);
            out.flush();
        });
        Redrive.Totals totals = redrive.run(new Redrive.Wish(topic, dryRun, limit, force));
        out.printf(
                "%d looked at: %d %s, %d skipped for money, %d left%n",
                totals.read(),
                totals.again(),
                dryRun ? "would be produced again" : "produced again",
                totals.paid(),
                totals.left());
        return 0;
    }
}
