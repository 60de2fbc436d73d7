package dev.callsheet.stack.program;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.KafkaDoor;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import dev.callsheet.stack.traces.proof.TraceProof;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "traces",
        description = "Puts requests of all kinds through the stack and looks whether each has one whole trace.",
        mixinStandardHelpOptions = true)
final class TracesCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Option(names = "--requests", description = "how many; one in twenty is taken twice and measured (default: 1000)")
    private int requests = 1000;

    @Option(names = "--minutes", description = "how long to wait for their ends (default: 30)")
    private int minutes = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ports ports = state.running().places();
        Instant began = Instant.now();
        try (var web = new Web(House.API_KEY)) {
            var kafka = new KafkaDoor("127.0.0.1:" + ports.of(Place.KAFKA), new TenantId(House.TENANT));
            var proof = new TraceProof(
                    new FrontDesk(web, ports),
                    kafka,
                    Long.toString(began.toEpochMilli(), Character.MAX_RADIX),
                    Duration.ofMinutes(minutes),
                    line -> {
                        out.println(line);
                        out.flush();
                    });
            TraceProof.Result result = proof.run(requests);
            result.lacking().forEach((id, lacks) -> out.println("  " + id + " lacks " + String.join(", ", lacks)));
            out.printf(
                    "%d of %d requests have one whole trace: %d spans, %d takes, %d of them retakes, in %d s%n",
                    result.whole(),
                    result.asked(),
                    result.spans(),
                    result.takes(),
                    result.retakes(),
                    Duration.between(began, Instant.now()).toSeconds());
            return result.whole() == result.asked() ? 0 : 1;
        }
    }
}
