package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Decision;
import dev.callsheet.requestapi.domain.Plan;
import dev.callsheet.routing.plan.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as our answers show them. */
final class PlanViews {
    private PlanViews() {}

    /** @param rows every decision, in the order of the rows @param refused those that would not be sent, with code and fix */
    record Shown(Totals totals, List<Row> rows, List<Plan.Refused> refused) {
        static Shown of(Plan plan) {
            return new Shown(
                    plan.totals(),
                    plan.rows().stream()
                            .map(row -> new Row(row.number(), row.id(), row.decision()))
                            .toList(),
                    plan.refused());
        }
    }

    record Row(int number, String id, Decision decision) {}

    /** @param sent rows that are on the log @param failed accepted rows that are not, and never will be under their key */
    record Submitted(Totals totals, List<Sent> sent, List<Plan.Refused> refused, List<Failed> failed) {}

    record Sent(int number, String id, String requestId, String idempotencyKey, RequestView.Links links) {}

    record Failed(
            int number, String id, String code, @Nullable String detail) {}
}
