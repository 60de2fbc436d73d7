package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.StackFailure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which port each place has. */
public record Ports(Map<Place, Integer> byPlace) {
    private static final int HIGHEST = 65_535;

    public Ports {
        byPlace = Map.copyOf(byPlace);
    }

    /**
     * By what is said, the nearer word first: single ports, the environment, a first port for all, the defaults.
     *
     * @param from {@code free}, the first of twelve ports, or null
     * @param single by label, as {@code kafka -> 29092}
     */
    public static Ports of(@Nullable String from, Map<String, Integer> single, Map<String, String> environment) {
        Map<Place, Integer> ports = new EnumMap<>(Place.class);
        List<Integer> free = "free".equals(from) ? FreePorts.take(Place.values().length) : List.of();
        for (Place place : Place.values()) {
            String variable = environment.get(place.variable());
            int port = place.defaultPort();
            if (variable != null) {
                port = number(place.variable(), variable);
            } else if (!free.isEmpty()) {
                port = free.get(place.ordinal());
            } else if (from != null) {
                port = number("--ports-from", from) + place.ordinal();
            }
            ports.put(place, port);
        }
        single.forEach((label, port) -> ports.put(
                Place.of(label)
                        .orElseThrow(
                                () -> new StackFailure("--port: found '" + label + "'; allowed are " + Place.labels())),
                number("--port " + label, Integer.toString(port))));
        return new Ports(ports);
    }

    /** Those that a stack was started with. */
    static Ports recorded(Map<String, Integer> byLabel) {
        Map<Place, Integer> ports = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            ports.put(place, byLabel.getOrDefault(place.label(), place.defaultPort()));
        }
        return new Ports(ports);
    }

    public int of(Place place) {
        return byPlace.getOrDefault(place, place.defaultPort());
    }

    /** The address of a place that speaks HTTP. */
    public String url(Place place) {
        return "http://127.0.0.1:" + of(place);
    }

    Map<String, Integer> byLabel() {
        return byPlace.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().label(), Map.Entry::getValue));
    }

    /** @throws StackFailure that names each taken port and how to choose another */
    void requireFree(IntPredicate isFree) {
        String taken = byPlace.keySet().stream()
                .sorted()
                .filter(place -> !isFree.test(of(place)))
                .map(place -> "port " + of(place) + " (" + place.label()
                        + ") is taken by another program; choose another: --port "
                        + place.label() + "=" + (of(place) + 10_000) + " or " + place.variable() + "="
                        + (of(place) + 10_000))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StackFailure(taken + "\nor all at once: --ports-from 30000, --ports-from free");
        }
    }

    private static int number(String name, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new StackFailure(name + ": found '" + text + "'; allowed is 1 to " + HIGHEST);
    }
}
