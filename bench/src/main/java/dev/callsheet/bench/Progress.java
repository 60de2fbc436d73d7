package dev.callsheet.bench;

import dev.callsheet.bench.report.Figures;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells on the way what has been measured. */
public final class Progress {
    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        out.flush();
    }

    /** Tells the last values of a contender. */
    public void say(int round, String contender, Figures figures, List<String> names) {
        StringBuilder line = new StringBuilder("round %d  %-50s".formatted(round, contender));
        for (String name : names) {
            List<Double> values = figures.of(contender, name);
            if (values.size() >= round) {
                line.append("  %,10.1f %s".formatted(values.getLast(), name));
            }
        }
        say(line.toString());
    }
}
