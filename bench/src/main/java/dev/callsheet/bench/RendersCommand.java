package dev.callsheet.bench;

import dev.callsheet.bench.renders.RendersBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "renders",
        description = "The render engine against db-scheduler and PostgreSQL itself: durable steps, takes in flight,"
                + " polls, recovery from a kill.",
        mixinStandardHelpOptions = true)
final class RendersCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine().getOut(),
                (how, progress, programs) -> new RendersBench(how, progress).run(programs));
    }
}
