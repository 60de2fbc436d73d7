package dev.callsheet.bench;

import dev.callsheet.bench.live.LiveBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "live",
        description =
                "The session service under many conversations, against a bare WebSocket echo and its providers' own"
                        + " times. Parts for --only: turns, capacity, stages, memory, soak (only if named).",
        mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine().getOut(), (how, progress, programs) -> new LiveBench(how, progress).run(programs));
    }
}
