package dev.callsheet.simulate;

import dev.callsheet.simulate.figures.Sample;
import dev.callsheet.simulate.house.Plan;
import dev.callsheet.simulate.house.Room;
import dev.callsheet.simulate.house.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A run's figures as Markdown tables and as records for JSON. */
final class Report {
    private static final int PER_CENT = 100;

    private Report() {}

    /** All of a run. @param growth absent where nobody asked for it */
    record Figures(
            String plan,
            double clipsPerSecond,
            double seconds,
            long clips,
            long lost,
            long takes,
            List<Line> rooms,
            Optional<Growth.Bottleneck> growth) {}

    /** A room's figures: seconds, and counts on average. */
    record Line(
            String room,
            int servers,
            double perSecond,
            double use,
            double meanWait,
            double theory,
            double p99Wait,
            double inside,
            double littleError) {}

    static Figures figures(Plan plan, Run.Outcome outcome, Optional<Growth.Bottleneck> growth) {
        return new Figures(
                plan.name(),
                plan.perSecond(),
                outcome.seconds(),
                outcome.clips(),
                outcome.lost(),
                outcome.takes(),
                outcome.rooms().stream().map(Report::line).toList(),
                growth);
    }

    private static Line line(Room room) {
        return new Line(
                room.name(),
                room.servers(),
                room.perSecond(),
                room.use(),
                room.waits().mean(),
                room.expectedWait(),
                room.waits().quantile(0.99),
                room.inside(),
                room.littleError());
    }

    static List<String> lines(Plan plan, Run.Outcome outcome, Optional<Growth.Bottleneck> growth) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + plan.name());
        lines.add("");
        lines.add(text(
                "%,.0f clips a day, %.4g a second in the busiest hour; %,.0f s of it played: %,d clips, %,d takes, %,d given up."
                        + " From request to clip: half in %s, 99 of 100 in %s.",
                plan.clips(),
                plan.perSecond(),
                outcome.seconds(),
                outcome.clips(),
                outcome.takes(),
                outcome.lost(),
                seconds(outcome.ways().quantile(0.5)),
                seconds(outcome.ways().quantile(0.99))));
        lines.add("");
        lines.add(
                "| room | servers | arrivals/s | in use | wait, mean | theory | wait, p99 | inside | off Little's law |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Room room : outcome.rooms()) {
            lines.add(text(
                    "| %s | %,d | %.4g | %.1f %% | %s | %s | %s | %.4g | %.1f %% |",
                    room.name(),
                    room.servers(),
                    room.perSecond(),
                    room.use() * PER_CENT,
                    seconds(room.waits().mean()),
                    seconds(room.expectedWait()),
                    seconds(room.waits().quantile(0.99)),
                    room.inside(),
                    room.littleError() * PER_CENT));
        }
        lines.add("");
        outcome.waits()
                .forEach((route, waits) -> lines.add(text(
                        "In line for %s, mean by tenant: %s; %.1f %% later than foretold.",
                        route, byTenant(waits), outcome.late().get(route) * PER_CENT)));
        growth.ifPresent(full -> lines.add(text(
                "First to fill up: %s, at %.2f times this load (the table says: %s, at %.2f).",
                full.first(), full.factor(), full.foretold(), full.foretoldFactor())));
        lines.add("");
        return lines;
    }

    private static String byTenant(Map<String, Sample> waits) {
        List<String> parts = new ArrayList<>();
        waits.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> parts.add(
                        entry.getKey() + " " + seconds(entry.getValue().mean())));
        return String.join(", ", parts);
    }

    private static String seconds(double seconds) {
        if (Double.isInfinite(seconds)) {
            return "no end";
        }
        if (seconds == 0 || seconds < 1e-6) {
            return "0";
        }
        return seconds < 1
                ? text("%.3g ms", seconds * 1000)
                : seconds < 600 ? text("%.3g s", seconds) : text("%.3g min", seconds / 60);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
