package dev.callsheet.render.domain;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.util.List;
import java.util.Map;

/**
 * A tenant that waits for a model: its virtual times, and who is next in each lane.
 *
 * @param weight its share, 1 by default
 * @param served virtual time at which its next take starts, had it never paused
 * @param clock virtual time inside of the tenant
 * @param lanes the lanes' own virtual times
 * @param waiting each lane's next takes in their order, as many as could be served now
 */
public record Line(
        TenantId tenant,
        double weight,
        double served,
        double clock,
        Map<Lane, Double> lanes,
        Map<Lane, List<TakeId>> waiting) {
    public Line {
        lanes = Map.copyOf(lanes);
        waiting = Map.copyOf(waiting);
    }
}
