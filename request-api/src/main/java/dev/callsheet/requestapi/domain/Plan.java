package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.plan.Planned;
import dev.callsheet.routing.plan.Planner;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What many requests would become, in their order. Nothing is published and nothing is spent by making one. */
public record Plan(List<Planned> rows, Totals totals) {
    public Plan {
        rows = List.copyOf(rows);
    }

    /** Decides all rows as the router would at that moment. */
    public static Plan of(List<Row> rows, TenantId tenant, Policy policy, Instant now) {
        return of(rows, Planner.own(tenant, policy, now), policy);
    }

    /** Decides all rows with this planner. */
    public static Plan of(List<Row> rows, Planner planner, Policy policy) {
        var sum = new Totals.Sum(policy);
        List<Planned> planned = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Planned one = planner.plan(row);
            sum.add(one.decision());
            planned.add(one);
        }
        return new Plan(planned, sum.totals());
    }

    /** One row that is not to be sent, and what would help. */
    public record Refused(
            int number, String id, List<Violation> errors, List<dev.callsheet.contracts.Decision.Change> changes) {}

    public List<Refused> refused() {
        return rows.stream()
                .filter(row -> !row.decision().routed())
                .map(row -> new Refused(
                        row.number(),
                        row.id(),
                        row.decision().conflicts(),
                        row.decision().changes()))
                .toList();
    }

    /**
     * One row that is to be sent.
     *
     * @param key its own Idempotency-Key: from the plan's and the row's name, so that a repeated plan is the same requests,
     *     and a corrected one sends what was corrected and nothing twice
     */
    public record Accepted(int number, String id, String key, JsonNode request) {
        public byte[] body() {
            return Json.write(request);
        }
    }

    /** A row with the key that it would be sent under. */
    public record Keyed(Planned row, String key) {}

    /** All rows. @param planKey the Idempotency-Key of the whole plan */
    public List<Keyed> keyed(String planKey) {
        Map<String, Integer> names = new HashMap<>();
        List<Keyed> keyed = new ArrayList<>(rows.size());
        for (Planned row : rows) {
            // A name that stands twice is two rows; which is which, their order says.
            int time = names.merge(row.id(), 1, Integer::sum);
            String key = DerivedId.of("plan", planKey, row.id(), Integer.toString(time))
                    .toString();
            keyed.add(new Keyed(row, key));
        }
        return keyed;
    }

    /** @param planKey the Idempotency-Key of the whole plan */
    public List<Accepted> accepted(String planKey) {
        return keyed(planKey).stream()
                .filter(keyed -> keyed.row().decision().routed())
                .map(keyed -> new Accepted(
                        keyed.row().number(),
                        keyed.row().id(),
                        keyed.key(),
                        keyed.row().request()))
                .toList();
    }
}
