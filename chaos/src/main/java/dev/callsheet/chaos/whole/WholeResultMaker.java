package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.check.Snapshot;
import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.chaos.check.Whole;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what was found, for the whole run and for each fault. */
final class WholeResultMaker {
    private final String plan;
    private final Map<UUID, Asked> accepted;
    private final Whole left;
    private final List<Violation> violations;
    private final Map<UUID, UUID> requestOfTake = new HashMap<>();

    WholeResultMaker(String plan, Map<UUID, Asked> accepted, Whole left, List<Violation> violations) {
        this.plan = plan;
        this.accepted = accepted;
        this.left = left;
        this.violations = violations;
        for (Snapshot.TakeRow take : left.works().takes()) {
            requestOfTake.put(take.id(), take.request());
        }
    }

    WholeResult result(
            List<Happening> happenings,
            List<String> sessionFaults,
            int sessions,
            Map<String, Long> exits,
            boolean complete,
            Duration length) {
        return new WholeResult(
                plan,
                seconds(length),
                accepted.size(),
                counts(accepted.values().stream().map(Asked::route)),
                counts(left.desk().values().stream()),
                sessions,
                count(violations.stream(), Violation.LOST),
                count(violations.stream(), Violation.TWICE),
                happenings.stream()
                        .filter(happening -> !happening.allowed())
                        .mapToInt(Happening::repeats)
                        .sum(),
                sessionFaults,
                exits,
                happenings.stream().map(this::row).toList(),
                counts(violations.stream().map(Violation::kind)),
                complete);
    }

    private WholeResult.Row row(Happening happening) {
        List<Violation> its = violations.stream()
                .filter(violation -> asked(violation)
                        .filter(asked -> happening.covers(asked.at()))
                        .isPresent())
                .toList();
        return new WholeResult.Row(
                happening.title(),
                seconds(Duration.between(happening.begin(), happening.end())),
                happening.inFlight(),
                count(its.stream(), Violation.LOST),
                count(its.stream(), Violation.TWICE),
                happening.stallMillis() / 1000.0,
                seconds(Duration.between(happening.end(), happening.recovered())),
                happening.repeats(),
                happening.note());
    }

    private Optional<Asked> asked(Violation violation) {
        try {
            UUID id = UUID.fromString(violation.subject());
            return Optional.ofNullable(accepted.get(requestOfTake.getOrDefault(id, id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double seconds(Duration length) {
        return Math.round(length.toMillis() / 100.0) / 10.0;
    }

    private static long count(Stream<Violation> violations, Set<Kind> kinds) {
        return violations.filter(violation -> kinds.contains(violation.kind())).count();
    }

    private static <K extends Comparable<K>> Map<K, Long> counts(Stream<K> all) {
        return all.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
