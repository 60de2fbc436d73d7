package dev.callsheet.chaos.plan;

import java.util.List;
import java.util.Map;

/**
 * A run as a file tells it; {@code chaos/plans} has those that are shipped.
 *
 * @param takes how many requests are sent, each of one take
 * @param workers how many worker processes share the work
 * @param minutes after which the run is told as it stands
 * @param seed of the load, of the strikes and, at the twin, of its faults
 * @param calm when nothing is struck any more
 */
public record Plan(
        String name,
        int takes,
        int workers,
        double minutes,
        long seed,
        Calm calm,
        Load load,
        Twin twin,
        Workers worker,
        List<Strike> strikes) {
    public Plan {
        strikes = List.copyOf(strikes);
        if (takes < 1 || workers < 1 || minutes <= 0) {
            throw new PlanUnreadable("takes, workers, minutes: found " + takes + ", " + workers + ", " + minutes
                    + "; allowed are numbers above 0");
        }
    }

    /** The same plan with other numbers. */
    public Plan with(int otherTakes, int otherWorkers, double otherMinutes, long otherSeed) {
        return new Plan(name, otherTakes, otherWorkers, otherMinutes, otherSeed, calm, load, twin, worker, strikes);
    }

    /**
     * Whichever comes first, but not before everything is sent.
     *
     * @param share of final requests, 0 to 1
     * @param seconds from the beginning of the load on
     */
    public record Calm(double share, double seconds) {}

    /**
     * @param settings of the twin, by the names of its page
     * @param faults rules of the twin's fault script, as its own page has them
     */
    public record Twin(Map<String, String> settings, List<Map<String, Object>> faults) {
        public Twin {
            settings = Map.copyOf(settings);
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param settings of each worker, by the names of its page
     * @param pauseSeconds how long a worker rests that has stopped itself at a fault point; longer than its lease
     */
    public record Workers(Map<String, String> settings, double pauseSeconds) {
        public Workers {
            settings = Map.copyOf(settings);
        }
    }
}
