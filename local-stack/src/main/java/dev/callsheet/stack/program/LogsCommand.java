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

    @Option(names = "--json", description = "the lines as they were written")
    private boolean json;

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
            lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(line -> out.println(shown(line)));
            out.flush();
            var pause = new Semaphore(0);
            String rest = "";
            while (follow) {
                String all = rest + new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int end = all.lastIndexOf('\n') + 1;
                all.substring(0, end).lines().forEach(line -> out.println(shown(line)));
                // A line that is still being written is shown when it is whole.
                rest = all.substring(end);
                out.flush();
                if (pause.tryAcquire(300, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        return 0;
    }

    private String shown(String line) {
        return json ? line : LogLine.readable(line);
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
