package dev.callsheet.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.chaos.check.Snapshot;
import dev.callsheet.chaos.check.Violation;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.chaos.machine.Tally;
import dev.callsheet.chaos.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run has shown; money in micros of US dollars.
 *
 * @param submitsPaid jobs that the provider charged
 * @param lost requests without an end and paid clips that are gone
 * @param paidTwice charges beyond one for each take
 * @param differenceMicros between what was charged and what was settled
 * @param orphans objects that belong to no finished take
 * @param kills processes that died without warning
 * @param repeatedFacts records of facts that were told before; allowed
 * @param states how many requests ended how
 * @param steps how many changes led into which state
 * @param struck what was done to which process
 * @param complete whether everything ended in time
 */
record Result(
        int takes,
        long submitsPaid,
        long lost,
        long paidTwice,
        long differenceMicros,
        long orphans,
        long outOfOrder,
        long kills,
        String plan,
        long seed,
        int workers,
        long seconds,
        boolean complete,
        long chargedMicros,
        long settledMicros,
        int facts,
        int repeatedFacts,
        int objects,
        Map<String, Long> states,
        Map<String, Long> steps,
        Map<String, Long> struck,
        JsonNode twin,
        Map<Kind, Long> violations) {

    static Result of(
            Plan plan,
            Snapshot snapshot,
            List<Violation> violations,
            Tally tally,
            JsonNode twin,
            long seconds,
            boolean complete) {
        long charged =
                snapshot.charges().stream().mapToLong(Snapshot.Charge::micros).sum();
        long settled = snapshot.ledger().stream()
                .filter(line -> line.kind().equals("settled"))
                .mapToLong(Snapshot.LedgerRow::micros)
                .sum();
        long distinct =
                snapshot.facts().stream().map(Snapshot.Told::event).distinct().count();
        return new Result(
                plan.takes(),
                snapshot.charges().stream()
                        .map(Snapshot.Charge::providerId)
                        .distinct()
                        .count(),
                count(violations, Violation.LOST),
                count(violations, Violation.PAID_MORE),
                Math.abs(charged - settled),
                count(violations, Set.of(Kind.OBJECT_ORPHAN)),
                count(violations, Violation.OUT_OF_ORDER),
                tally.kills(),
                plan.name(),
                plan.seed(),
                plan.workers(),
                seconds,
                complete,
                charged,
                settled,
                snapshot.facts().size(),
                (int) (snapshot.facts().size() - distinct),
                snapshot.objects().size(),
                counts(snapshot.requests(), Snapshot.RequestRow::state),
                counts(snapshot.steps(), Snapshot.StepRow::state),
                tally.all(),
                twin,
                counts(violations, Violation::kind));
    }

    private static <T, K extends Comparable<K>> Map<K, Long> counts(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static long count(List<Violation> violations, Set<Kind> kinds) {
        return violations.stream()
                .filter(violation -> kinds.contains(violation.kind()))
                .count();
    }
}
