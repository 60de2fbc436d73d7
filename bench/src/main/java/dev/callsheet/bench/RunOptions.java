package dev.callsheet.bench;

import dev.callsheet.bench.machine.Folders;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.report.Report;
import dev.callsheet.bench.report.ReportTable;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What every benchmark can be told. */
final class RunOptions {
    private static final int ROUNDS = 5;

    @Option(names = "--json", description = "Writes every figure and ratio there, with median and spread.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--rounds", description = "Rounds, interleaved (default: 5; 1 in the short form).")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--short", description = "About a minute: shows that all is counted; its figures mean little.")
    private boolean brief;

    @Option(
            names = "--only",
            split = ",",
            description = "Only these contenders, as router,copy or desk,plain; ratios to the others are left out.")
    private Set<String> only = Set.of();

    @Option(names = "--jvm", description = "A further JVM option for each program, as a profiler's.")
    private List<String> jvm = List.of();

    /** One benchmark. */
    interface Run {
        Report run(Options options, Progress progress, Programs programs) throws InterruptedException;
    }

    int run(PrintWriter out, Run bench) throws IOException, InterruptedException {
        var options = new Options(rounds.orElse(brief ? 1 : ROUNDS), brief, only);
        Path folder = Files.createTempDirectory("callsheet-bench-logs-");
        Report report = bench.run(options, new Progress(out), new Programs(folder, jvm));
        new ReportTable(report).lines().forEach(out::println);
        out.flush();
        if (json.isPresent()) {
            Files.write(
                    json.get(), Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        }
        if (report.valid()) {
            Folders.delete(folder);
            return 0;
        }
        out.println("the programs' logs: " + folder);
        out.flush();
        return 1;
    }
}
