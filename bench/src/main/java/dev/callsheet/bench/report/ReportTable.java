package dev.callsheet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report for people, as two tables in Markdown. */
public record ReportTable(Report report) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %d round%s%s; %s"
                .formatted(
                        report.bench(),
                        report.rounds(),
                        report.rounds() == 1 ? "" : "s interleaved",
                        report.brief() ? ", short form" : "",
                        report.setting()));
        lines.add("%d cores, load %.1f before, %.1f after; Java %s; median [min-max]"
                .formatted(
                        report.before().cores(),
                        report.before().load(),
                        report.after().load(),
                        report.before().java()));
        lines.add("");
        figures(lines);
        lines.add("");
        lines.add("| ratio, round by round | median [min-max] | goal | met |");
        lines.add("| --- | --- | --- | --- |");
        for (Ratio ratio : report.ratios()) {
            lines.add("| %s | %s | %s | %s |"
                    .formatted(
                            ratio.name(),
                            ratio.spread().text(),
                            ratio.goal().map(ReportTable::text).orElse(""),
                            ratio.met().map(met -> met ? "yes" : "no").orElse("")));
        }
        lines.add("");
        report.faults().forEach(fault -> lines.add("INVALID " + fault));
        lines.add(report.valid() ? "all that was sent was received, once" : "INVALID: the figures do not count");
        return lines;
    }

    private void figures(List<String> lines) {
        List<String> names = report.figures().values().stream()
                .flatMap(figures -> figures.keySet().stream())
                .distinct()
                .toList();
        lines.add("| | " + String.join(" | ", names) + " |");
        lines.add("| --- |" + " --- |".repeat(names.size()));
        for (Map.Entry<String, Map<String, Spread>> contender : report.figures().entrySet()) {
            lines.add("| " + contender.getKey() + " | "
                    + String.join(
                            " | ",
                            names.stream()
                                    .map(name -> contender.getValue().containsKey(name)
                                            ? contender.getValue().get(name).text()
                                            : "")
                                    .toList())
                    + " |");
        }
    }

    private static String text(Ratio.Goal goal) {
        return switch (goal.side()) {
            case AT_LEAST -> ">= " + goal.value();
            case AT_MOST -> "<= " + goal.value();
        };
    }
}
