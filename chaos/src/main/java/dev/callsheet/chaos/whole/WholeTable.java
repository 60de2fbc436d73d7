package dev.callsheet.chaos.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result as tables in Markdown, for people and for the documentation. */
public final class WholeTable {
    private WholeTable() {}

    /** One line for each fault, then one for each service. */
    public static List<String> of(WholeResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| fault | lasted, s | in flight | lost | duplicated | longest stall, s | until recovered, s | calls repeated | |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        for (WholeResult.Row row : result.faults()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %d | %d | %d | %.1f | %.1f | %d | %s |",
                    row.fault(),
                    row.seconds(),
                    row.inFlight(),
                    row.lost(),
                    row.duplicated(),
                    row.stallSeconds(),
                    row.recoverSeconds(),
                    row.repeats(),
                    row.note()));
        }
        lines.add("");
        lines.add("| service | ends in, idle, s |");
        lines.add("| --- | ---: |");
        for (Map.Entry<String, Long> exit : result.exitMillis().entrySet()) {
            lines.add(String.format(Locale.ROOT, "| %s | %.1f |", exit.getKey(), exit.getValue() / 1000.0));
        }
        return lines;
    }
}
