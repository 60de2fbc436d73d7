package dev.callsheet.bench;

import dev.callsheet.bench.scorer.ScorerBench;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "scorer",
        description = "The measuring of identity against its own models and decoder, bare; clips a minute and core;"
                + " memory over many clips. Parts for --only: share, memory.",
        mixinStandardHelpOptions = true)
final class ScorerCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--clips",
            description = "Clips of one second for the memory, 10 at least (default: 500; 20 in the short form).")
    private Optional<Integer> clips = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine().getOut(),
                (how, progress, programs) ->
                        new ScorerBench(how, progress, clips.orElse(how.brief() ? 20 : 500)).run(programs));
    }
}
