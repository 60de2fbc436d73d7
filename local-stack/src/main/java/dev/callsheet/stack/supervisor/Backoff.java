package dev.callsheet.stack.supervisor;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How long to wait before a dead program is started again: longer each time, short again once it has lived a while. */
final class Backoff {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<Place, Duration> last = new EnumMap<>(Place.class);

    /** @param lived how long it ran; zero if it could not be started */
    synchronized Duration next(Place place, Duration lived) {
        Duration before = last.get(place);
        Duration pause = before == null || lived.compareTo(LONGEST) > 0 ? SHORTEST : before.multipliedBy(2);
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        last.put(place, bounded);
        return bounded;
    }
}
