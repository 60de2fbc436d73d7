package dev.callsheet.stack.program;

import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows what a service has said.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "SERVICE", description = "as in ./callsheet status, or supervisor")
    private String service = "";

    @Option(
            names = {"-n", "--lines"},
            description = "how many lines (default: ${DEFAULT-VALUE})",
            defaultValue = "100")
    private int count;

    @Option(
            names = {"-f", "--follow"},
            description = "go on showing what comes")
    private boolean follow;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = state.folder().log(service);
        if (!Files.exists(log)) {
            throw new StackFailure("no log of '" + service + "'; there are: " + names(log.getParent()));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (InputStream in = Files.newInputStream(log)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(out::println);
            out.flush();
            var pause = new Semaphore(0);
            while (follow) {
                out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                out.flush();
                if (pause.tryAcquire(300, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        return 0;
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "none";
        }
        try (var files = Files.list(folder)) {
            return String.join(
                    ", ",
                    files.map(file -> file.getFileName().toString().replace(".log", ""))
                            .sorted()
                            .toList());
        }
    }
}
