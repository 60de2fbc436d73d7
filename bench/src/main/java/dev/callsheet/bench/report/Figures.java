package dev.callsheet.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: for each contender and figure one value a round. */
public final class Figures {
    private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

    /** Adds the value of the next round. */
    public void add(String contender, String figure, double value) {
        values.computeIfAbsent(contender, _ -> new LinkedHashMap<>())
                .computeIfAbsent(figure, _ -> new ArrayList<>())
                .add(value);
    }

    /** One value a round; empty if it was not measured. */
    public List<Double> of(String contender, String figure) {
        return List.copyOf(values.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of()));
    }

    /** All spreads by contender and figure, in the order of the first round. */
    public Map<String, Map<String, Spread>> spreads() {
        Map<String, Map<String, Spread>> all = new LinkedHashMap<>();
        values.forEach((contender, figures) -> {
            Map<String, Spread> spreads = new LinkedHashMap<>();
            figures.forEach((figure, rounds) -> spreads.put(figure, Spread.of(rounds)));
            all.put(contender, spreads);
        });
        return all;
    }
}
