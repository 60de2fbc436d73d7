package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.dialect.Mapped;
import dev.callsheet.routing.plan.Planned;
import dev.callsheet.routing.plan.Planner;
import dev.callsheet.routing.plan.Row;
import dev.callsheet.routing.plan.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What many requests would become, in their order. Nothing is published and nothing is spent by making one. */
public record Plan(List<Planned> rows, Totals totals) {
    public Plan {
        rows = List.copyOf(rows);
    }

    /** Decides all rows as the router would at that moment, with the register's characters in them. */
    public static Plan of(List<Row> rows, TenantId tenant, Policy policy, Register register, Instant now) {
        return of(rows, tenant, policy, Planner::own, register, now);
    }

    /** The same for rows of another form. @param reading from a document and the time to our own form */
    public static Plan of(
            List<Row> rows,
            TenantId tenant,
            Policy policy,
            BiFunction<JsonNode, Instant, Mapped> reading,
            Register register,
            Instant now) {
        var planner = Planner.reading(
                tenant, policy, (document, clock) -> cast(reading.apply(document, clock), register, now), now);
        var sum = new Totals.Sum(policy);
        List<Planned> planned = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Planned one = refused(planner.plan(row), register, now);
            sum.add(one.decision());
            planned.add(one);
        }
        return new Plan(planned, sum.totals());
    }

    private static Mapped cast(Mapped row, Register register, Instant now) {
        Casting casting = Casting.of(row.request(), register, now);
        List<Violation> notes = new ArrayList<>(row.notes());
        notes.addAll(casting.notes());
        return new Mapped(row.dialect(), casting.request(), row.clock(), notes);
    }

    private static Planned refused(Planned row, Register register, Instant now) {
        Casting casting = Casting.of(row.request(), register, now);
        return casting.errors().isEmpty()
                ? row
                : new Planned(row.number(), row.id(), row.dialect(), row.request(), casting.refused(row.decision()));
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
