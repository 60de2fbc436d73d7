package dev.callsheet.chaos.plan;

import java.util.List;
import java.util.Map;

/**
 * A run of the whole house as a file tells it.
 *
 * @param perSecond requests sent in a second, all routes together
 * @param seed of the load and, at the twin, of its faults
 * @param between seconds of load without a fault before each
 * @param patience seconds until what is not over is told as it stands: after each fault, and at the end
 * @param routes share of each route
 * @param kafka share of requests that come by the Kafka door, 0 to 1
 * @param sessionEvery seconds between two live sessions
 * @param replicas processes of each service
 * @param settings of each service, by the names of its page
 * @param faults files in {@code chaos/plans/faults}, in their order
 */
public record WholePlan(
        String name,
        double perSecond,
        long seed,
        double between,
        double patience,
        Map<String, Double> routes,
        double kafka,
        double sessionEvery,
        Map<String, Integer> replicas,
        Map<String, Map<String, String>> settings,
        Plan.Twin twin,
        List<String> faults) {
    public WholePlan {
        routes = Map.copyOf(routes);
        replicas = Map.copyOf(replicas);
        settings = Map.copyOf(settings);
        faults = List.copyOf(faults);
        if (perSecond <= 0 || sessionEvery <= 0 || patience <= 0) {
            throw new PlanUnreadable("perSecond, sessionEvery, patience: found " + perSecond + ", " + sessionEvery
                    + ", " + patience + "; allowed are numbers above 0");
        }
    }

    /** The same plan with other faults. */
    public WholePlan with(List<String> others) {
        return new WholePlan(
                name,
                perSecond,
                seed,
                between,
                patience,
                routes,
                kafka,
                sessionEvery,
                replicas,
                settings,
                twin,
                others);
    }

    /** How many processes a service has. */
    public int replicasOf(String service) {
        return replicas.getOrDefault(service, 1);
    }
}
