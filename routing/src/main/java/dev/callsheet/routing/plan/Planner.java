package dev.callsheet.routing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.decision.Routing;
import dev.callsheet.routing.dialect.Dialect;
import dev.callsheet.routing.dialect.Mapped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Decides rows as the router would. Nothing is published, nothing is spent. */
public final class Planner {
    private final TenantId tenant;
    private final Policy policy;
    private final BiFunction<JsonNode, Instant, Mapped> reading;
    private final Instant now;

    private Planner(TenantId tenant, Policy policy, BiFunction<JsonNode, Instant, Mapped> reading, Instant now) {
        this.tenant = tenant;
        this.policy = policy;
        this.reading = reading;
        this.now = now;
    }

    /** Reads our own form. @param now the time against which deadlines and consents are held */
    public static Planner own(TenantId tenant, Policy policy, Instant now) {
        return new Planner(tenant, policy, Planner::own, now);
    }

    /** Reads a dialect, whatever the document looks like. */
    public static Planner of(TenantId tenant, Policy policy, Dialect dialect, Instant now) {
        return new Planner(tenant, policy, dialect::map, now);
    }

    /** @param reading from a document and the time to our own form */
    public static Planner reading(
            TenantId tenant, Policy policy, BiFunction<JsonNode, Instant, Mapped> reading, Instant now) {
        return new Planner(tenant, policy, reading, now);
    }

    /** A document in our own form is taken as it is. */
    public static Mapped own(JsonNode document, Instant now) {
        return new Mapped("callsheet", document, now, List.of());
    }

    public Planned plan(Row row) {
        if (row.request() == null) {
            Inquiry nothing = Inquiry.of(tenant, 0, NullNode.getInstance());
            Decision refused = Routing.decide(nothing, policy, now);
            return new Planned(row.number(), row.id(), "", NullNode.getInstance(), unreadable(refused, row.fault()));
        }
        Mapped mapped = reading.apply(row.request(), now);
        Inquiry inquiry = Inquiry.of(tenant, Json.write(mapped.request()).length, mapped.request());
        Decision decision = Routing.decide(inquiry, policy, mapped.clock());
        return new Planned(
                row.number(),
                row.id(),
                mapped.dialect(),
                mapped.request(),
                mapped.notes().isEmpty() ? decision : decision.warning(mapped.notes()));
    }

    private static Decision unreadable(Decision refused, @org.jspecify.annotations.Nullable String fault) {
        return new Decision(
                null,
                refused.rule(),
                refused.axes(),
                refused.reasons(),
                List.of(Violation.of(Reason.SCHEMA_INVALID, "", fault, "one JSON document")),
                List.of(),
                List.of(),
                null,
                null,
                null,
                refused.confidence(),
                refused.policyVersion(),
                refused.policyHash(),
                refused.requestHash(),
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
