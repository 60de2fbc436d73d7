package dev.callsheet.bench;

import dev.callsheet.bench.intake.IntakeBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "intake",
        description =
                "The front desk against a bare producer and a plain endpoint: requests a second, processor time, latency.",
        mixinStandardHelpOptions = true)
final class IntakeCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine().getOut(), (how, progress, programs) -> new IntakeBench(how, progress).run(programs));
    }
}
