package dev.callsheet.stack.plan;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Routing;
import dev.callsheet.routing.policy.PolicyEdition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What another policy would have decided about the same requests, each at its own time. Not thread-safe. */
public final class PolicyDifference {
    private final PolicyEdition before;
    private final PolicyEdition after;
    private final Set<RequestId> seen = new HashSet<>();
    private int unreadable;

    public PolicyDifference(PolicyEdition before, PolicyEdition after) {
        this.before = before;
        this.after = after;
    }

    /** @param what each difference in words, as {@code route i2v -> reject} */
    public record Change(TenantId tenant, RequestId id, List<String> what, Decision before, Decision after) {}

    /** A repeat, another type of event, and what would be decided alike change nothing. */
    public List<Change> look(TenantId tenant, CloudEvent event, Instant time) {
        RequestId id = RequestIdentity.of(tenant, event);
        if (!VideoRequest.TYPE.equals(event.type()) || !seen.add(id)) {
            return List.of();
        }
        try {
            Inquiry inquiry = Inquiry.of(tenant, event.data());
            Decision old = Routing.decide(inquiry, before.of(tenant), time);
            Decision now = Routing.decide(inquiry, after.of(tenant), time);
            List<String> what = differences(old, now);
            return what.isEmpty() ? List.of() : List.of(new Change(tenant, id, what, old, now));
        } catch (UnreadableEvent e) {
            unreadable++;
            return List.of();
        }
    }

    /** Requests that were decided, each once. */
    public int requests() {
        return seen.size();
    }

    /** Requests that no policy can read. */
    public int unreadable() {
        return unreadable;
    }

    private static List<String> differences(Decision old, Decision now) {
        List<String> what = new ArrayList<>();
        if (old.route() != now.route()) {
            what.add("route " + route(old) + " -> " + route(now));
        }
        if (!Objects.equals(old.cost(), now.cost())) {
            what.add("cost " + cost(old) + " -> " + cost(now));
        }
        if (!Objects.equals(old.eta(), now.eta())) {
            what.add("ready " + eta(old) + " -> " + eta(now));
        }
        return what;
    }

    private static String route(Decision decision) {
        return decision.route() == null
                ? "reject (" + String.join(" ", decision.reasons()) + ")"
                : decision.route().wire();
    }

    private static String cost(Decision decision) {
        return decision.cost() == null
                ? "nothing"
                : dollars(decision.cost().from())
                        + (decision.cost().from() == decision.cost().to()
                                ? ""
                                : "-" + dollars(decision.cost().to()))
                        + " USD";
    }

    private static String eta(Decision decision) {
        return decision.eta() == null
                ? "never"
                : decision.eta().from() + "-" + decision.eta().to() + " s";
    }

    private static String dollars(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
