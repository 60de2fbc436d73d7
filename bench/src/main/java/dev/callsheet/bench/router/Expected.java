package dev.callsheet.bench.router;

import dev.callsheet.bench.load.House;
import dev.callsheet.bench.load.RequestMix;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.TenantId;
import java.util.Map;
import java.util.TreeMap;

/** How the house decides the requests of the mix. */
final class Expected {
    private final boolean[] routed;
    private final Map<String, Integer> shares = new TreeMap<>();

    Expected(TenantId tenant, RequestMix mix) {
        var house = new House(tenant);
        routed = new boolean[mix.distinct()];
        for (int i = 0; i < routed.length; i++) {
            Decision decision = house.decide(mix.body(i));
            routed[i] = decision.route() != null;
            shares.merge(
                    decision.route() == null ? "rejected" : decision.route().wire(), 1, Integer::sum);
        }
    }

    /** How many of the requests from one number up to another, without it, get a route. */
    long routed(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += routed[i % routed.length] ? 1 : 0;
        }
        return count;
    }

    /** Of the different bodies, how many go where. */
    Map<String, Integer> shares() {
        return Map.copyOf(shares);
    }
}
