package dev.callsheet.simulate;

import dev.callsheet.simulate.house.Plan;
import dev.callsheet.simulate.house.Room;
import dev.callsheet.simulate.house.Run;
import java.util.Comparator;

/** Lets the load grow until a line does not end any more. */
final class Growth {
    private static final double STEP = 1.05;
    private static final double MOST = 64;
    /** A room whose servers rest less than this never catches up with its line. */
    private static final double FULL = 0.99;

    private Growth() {}

    /**
     * @param foretold the room with the highest use, and at which load it would be full
     * @param first the room that was full first when it was played, and the load then
     */
    record Bottleneck(String foretold, double foretoldFactor, String first, double factor) {}

    /** @param calm the plan's own outcome */
    static Bottleneck of(Plan plan, Run.Outcome calm) {
        Room tightest =
                calm.rooms().stream().max(Comparator.comparingDouble(Room::use)).orElseThrow();
        double factor = 1 / tightest.use();
        // Well below of what is foretold nothing can be full; the search begins there.
        for (double at = Math.max(1, factor * 0.85); at < factor * MOST; at *= STEP) {
            Plan grown = plan.times(at);
            for (Room room : Run.of(grown).rooms()) {
                if (room.use() > FULL) {
                    return new Bottleneck(tightest.name(), factor, room.name(), at);
                }
            }
        }
        return new Bottleneck(tightest.name(), factor, "none", Double.POSITIVE_INFINITY);
    }
}
