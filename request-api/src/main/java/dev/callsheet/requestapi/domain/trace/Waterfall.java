package dev.callsheet.requestapi.domain.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All bars of one request, parents before children, the earlier before the later.
 */
public record Waterfall(String traceId, From from, Instant startedAt, Duration length, List<Bar> bars) {
    public Waterfall {
        bars = List.copyOf(bars);
    }

    /** What it was drawn from. */
    public enum From {
        /** The spans that the services have sent. */
        SPANS,
        /** The request's history: fewer bars, with the times of its events. */
        FACTS
    }

    /**
     * A waterfall of these bars. A bar that was delivered twice is one; one whose parent has not ended yet, and so is not
     * known, stands below the first.
     *
     * @return empty if there is no first bar
     */
    public static Optional<Waterfall> of(String traceId, From from, List<Bar> bars) {
        Map<String, Bar> known = new LinkedHashMap<>();
        bars.forEach(bar -> known.merge(bar.id(), bar, (one, other) -> one));
        Optional<Bar> first =
                known.values().stream().filter(bar -> bar.parent() == null).min(Comparator.comparing(Bar::startedAt));
        return first.map(root -> {
            Map<String, List<Bar>> children = new LinkedHashMap<>();
            known.values().stream()
                    .filter(bar -> bar != root)
                    .map(bar -> bar.parent() != null && known.containsKey(bar.parent()) ? bar : bar.below(root.id()))
                    .sorted(Comparator.comparing(Bar::startedAt).thenComparing(Bar::endedAt, Comparator.reverseOrder()))
                    .forEach(bar -> children.computeIfAbsent(String.valueOf(bar.parent()), _ -> new ArrayList<>())
                            .add(bar));
            List<Bar> ordered = new ArrayList<>();
            add(root, children, ordered);
            Instant began = ordered.stream()
                    .map(Bar::startedAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant ended = ordered.stream()
                    .map(Bar::endedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Waterfall(traceId, from, began, Duration.between(began, ended), ordered);
        });
    }

    /** Each bar once: what is below itself, which no service says, ends nowhere. */
    private static void add(Bar bar, Map<String, List<Bar>> children, List<Bar> ordered) {
        ordered.add(bar);
        List<Bar> own = children.remove(bar.id());
        if (own != null) {
            own.forEach(child -> add(child, children, ordered));
        }
    }
}
