package dev.callsheet.simulate.house;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Lane;
import dev.callsheet.render.domain.Line;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A tenant's line for the slots of a model, with its virtual times. */
final class Account {
    private final double weight;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private Line line;

    /** A take in line. @param then what happens when its render has ended */
    record Waiting(TakeId id, double arrivedAt, double latestAt, Runnable then) {}

    Account(Plan.Tenant tenant) {
        this.weight = tenant.weight();
        Map<Lane, Double> begin = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            begin.put(lane, 0.0);
        }
        this.line = new Line(new TenantId(tenant.name()), weight, 0, 0, begin, Map.of());
    }

    double weight() {
        return weight;
    }

    int length() {
        return waiting.size();
    }

    void join(Waiting take) {
        waiting.add(take);
    }

    /** As the policy wants to see it for one free slot: with the first of the line. */
    Line line() {
        return new Line(
                line.tenant(),
                weight,
                line.served(),
                line.clock(),
                line.lanes(),
                Map.of(Lane.NORMAL, List.of(waiting.element().id())));
    }

    /** The first is served. @param after the tenant's virtual times as the policy left them */
    Waiting serve(Line after) {
        line = after;
        return waiting.remove();
    }
}
