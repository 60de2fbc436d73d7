package dev.callsheet.routing.plan;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Decision.CostMicros;
import dev.callsheet.contracts.Decision.EtaSeconds;
import dev.callsheet.contracts.Route;
import dev.callsheet.routing.decision.Policy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the accepted rows of a plan add up to. Live sessions cost by the minute: they count with one minute each.
 *
 * @param clips how many clips are to be made
 * @param eta seconds until the last clip, all of them sharing the tenant's renders at once; null without a clip
 * @param byRoute accepted rows for each route
 * @param byCode refused rows for each refusing code; a row may count under several
 */
public record Totals(
        int rows,
        int accepted,
        int refused,
        long clips,
        CostMicros cost,
        @Nullable EtaSeconds eta,
        SortedMap<String, Integer> byRoute,
        SortedMap<String, Integer> byCode) {
    public static Totals of(List<Decision> decisions, Policy policy) {
        Sum sum = new Sum(policy);
        decisions.forEach(sum::add);
        return sum.totals();
    }

    /** Adds up row by row, without keeping the rows. Not thread-safe. */
    public static final class Sum {
        private final Policy policy;
        private final Map<Route, Long> clips = new EnumMap<>(Route.class);
        private final SortedMap<String, Integer> byRoute = new TreeMap<>();
        private final SortedMap<String, Integer> byCode = new TreeMap<>();
        private int rows;
        private int accepted;
        private long from;
        private long to;

        public Sum(Policy policy) {
            this.policy = policy;
        }

        public void add(Decision decision) {
            rows++;
            Route route = decision.route();
            if (route == null || decision.cost() == null) {
                decision.conflicts().stream()
                        .map(conflict -> conflict.code())
                        .distinct()
                        .forEach(code -> byCode.merge(code, 1, Integer::sum));
                return;
            }
            accepted++;
            from += decision.cost().from();
            to += decision.cost().to();
            byRoute.merge(route.wire(), 1, Integer::sum);
            clips.merge(route, (long) decision.clips(), Long::sum);
        }

        public Totals totals() {
            List<EtaSeconds> etas = new ArrayList<>();
            clips.forEach((route, count) -> policy.render(route).ifPresent(render -> {
                long waves = (count + render.concurrency() - 1) / render.concurrency();
                etas.add(new EtaSeconds(
                        waves * render.eta().typicalSeconds(),
                        waves * render.eta().p95Seconds()));
            }));
            EtaSeconds eta = etas.isEmpty()
                    ? null
                    : new EtaSeconds(
                            etas.stream().mapToLong(EtaSeconds::from).max().orElse(0),
                            etas.stream().mapToLong(EtaSeconds::to).max().orElse(0));
            long made = clips.entrySet().stream()
                    .filter(entry -> policy.render(entry.getKey()).isPresent())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new Totals(rows, accepted, rows - accepted, made, new CostMicros(from, to), eta, byRoute, byCode);
        }
    }
}
