package dev.callsheet.simulate.house;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A day's work and the house that does it.
 *
 * @param clips clips that are asked for in a day, retakes not counted
 * @param peak the busiest hour's rate in mean rates: that hour is played
 * @param requests how many are played; the first tenth warms up
 * @param seed of everything drawn
 * @param rejected share that the router refuses
 * @param stations by name: {@code intake}, {@code router}, {@code database}, {@code worker}, {@code carrier}, {@code scorer}
 * @param families by route
 * @param tenants who asks
 */
public record Plan(
        String name,
        double clips,
        double peak,
        int requests,
        long seed,
        double rejected,
        Map<String, Station> stations,
        Map<String, Family> families,
        List<Tenant> tenants,
        Live live) {
    /** The stations that every plan names, in the order a request meets them. */
    public static final List<String> STATIONS = List.of("intake", "router", "database", "worker", "carrier", "scorer");

    public Plan {
        stations = Map.copyOf(stations);
        families = Collections.unmodifiableMap(new TreeMap<>(families));
        tenants = List.copyOf(tenants);
    }

    /** @param servers served at a time @param seconds mean of one visit @param spread standard deviation in means */
    public record Station(int servers, double seconds, double spread) {}

    /**
     * @param share of the clips
     * @param slots renders at a time that the provider grants
     * @param seconds mean of a render @param spread standard deviation in means
     * @param failed share of renders that end without a clip
     * @param retaken share of measured clips that do not pass; 0 where nothing is measured
     * @param takes most paid attempts at one clip
     */
    public record Family(
            double share, int slots, double seconds, double spread, double failed, double retaken, int takes) {
        /** Takes that a clip needs on average. */
        public double takesPerClip() {
            double again = failed + (1 - failed) * retaken;
            double sum = 0;
            double reached = 1;
            for (int take = 1; take <= takes; take++) {
                sum += reached;
                reached *= again;
            }
            return sum;
        }
    }

    /** @param share of the requests, in proportion to the others' @param weight in the line for slots */
    public record Tenant(String name, double share, double weight) {}

    /** @param sessions that run at the busiest hour, on average @param seats most that the provider lets run @param minutes mean length */
    public record Live(double sessions, int seats, double minutes, double spread) {}

    /** Clips asked for in a second of the busiest hour. */
    public double perSecond() {
        return clips * peak / 86_400;
    }

    /** The same house under another load. */
    public Plan times(double factor) {
        return new Plan(
                name,
                clips * factor,
                peak,
                requests,
                seed,
                rejected,
                stations,
                families,
                tenants,
                new Live(live.sessions * factor, live.seats, live.minutes, live.spread));
    }
}
