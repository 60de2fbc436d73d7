package dev.callsheet.bench;

import dev.callsheet.bench.router.RouterBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "router",
        description = "The router against Kafka Streams and bare loops: records a second, processor time, latency.",
        mixinStandardHelpOptions = true)
final class RouterCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine().getOut(), (how, progress, programs) -> new RouterBench(how, progress).run(programs));
    }
}
