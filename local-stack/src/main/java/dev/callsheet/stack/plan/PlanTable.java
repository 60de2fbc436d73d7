package dev.callsheet.stack.plan;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.plan.Planned;
import dev.callsheet.routing.plan.Totals;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for people: a line for each row, what is wrong and how to mend it, and the totals. */
public final class PlanTable {
    private static final int WIDEST_ID = 28;
    private static final int MOST_MENDED = 2;
    private final PrintWriter out;

    public PlanTable(PrintWriter out) {
        this.out = out;
        out.printf("%-28s  %-6s  %5s  %12s  %-15s  %s%n", "id", "route", "clips", "USD", "ready in", "because");
    }

    public void row(Planned planned) {
        Decision decision = planned.decision();
        String id =
                planned.id().length() <= WIDEST_ID ? planned.id() : planned.id().substring(0, WIDEST_ID - 1) + "\u2026";
        out.printf(
                "%-28s  %-6s  %5s  %12s  %-15s  %s%n",
                id,
                decision.route() == null ? "REJECT" : decision.route().wire(),
                decision.route() == null ? "" : Integer.toString(decision.clips()),
                decision.cost() == null ? "" : range(decision.cost()),
                decision.eta() == null ? "" : time(decision.eta()),
                String.join(" ", decision.reasons()));
        decision.conflicts().forEach(conflict -> out.println("      ! " + told(conflict)));
        decision.warnings().forEach(warning -> out.println("      ~ " + told(warning)));
        decision.repairs().forEach(repair -> out.println("      + " + told(repair)));
        decision.changes().stream().limit(MOST_MENDED).forEach(change -> {
            String fill =
                    change.fill().isEmpty() ? "" : "   (yours to fill in: " + String.join(", ", change.fill()) + ")";
            out.println("      > " + change.route().wire() + " with " + patch(change.patch()) + fill);
        });
        if (decision.question() != null) {
            out.println("      ? " + decision.question());
        }
    }

    public void totals(Totals totals, String policy) {
        out.println();
        out.printf(
                "%d rows: %d accepted %s, %d refused %s%n",
                totals.rows(), totals.accepted(), totals.byRoute(), totals.refused(), totals.byCode());
        out.printf(
                "%d clips, %s USD%s   policy %s%n",
                totals.clips(),
                range(totals.cost()),
                totals.eta() == null ? "" : ", the last one ready in " + time(totals.eta()),
                policy);
    }

    private static String told(Violation violation) {
        StringBuilder told = new StringBuilder(violation.code());
        if (!violation.field().isEmpty()) {
            told.append(" at ").append(violation.field());
        }
        if (violation.found() != null) {
            told.append(": found ").append(violation.found());
        }
        if (violation.allowed() != null) {
            told.append("; allowed: ").append(violation.allowed());
        }
        if (violation.suggestion() != null) {
            told.append(". ").append(violation.suggestion());
        }
        return told.toString();
    }

    private static String patch(List<Decision.Edit> patch) {
        return patch.stream()
                .map(edit -> edit.value() == null
                        ? "remove " + edit.path()
                        : edit.op() + " " + edit.path() + " " + Json.text(edit.value()))
                .collect(Collectors.joining(", "));
    }

    private static String range(Decision.CostMicros cost) {
        return cost.from() == cost.to() ? dollars(cost.from()) : dollars(cost.from()) + "-" + dollars(cost.to());
    }

    private static String dollars(long micros) {
        return BigDecimal.valueOf(micros, 6).setScale(2, RoundingMode.UP).toPlainString();
    }

    private static String time(Decision.EtaSeconds eta) {
        return time(eta.from()) + "-" + time(eta.to());
    }

    private static String time(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() > 0
                ? time.toHours() + "h" + (time.toMinutesPart() == 0 ? "" : time.toMinutesPart() + "m")
                : time.toMinutes() + "m";
    }
}
