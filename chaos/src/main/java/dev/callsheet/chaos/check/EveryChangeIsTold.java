package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A take's beginning, each job that it got at the provider, and its end are facts. */
final class EveryChangeIsTold implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (TakeRow take : shelf.all.takes()) {
            List<String> missing = missing(shelf, take);
            if (!missing.isEmpty()) {
                found.accept(new Violation(
                        Kind.FACT_MISSING, take.id().toString(), "it is " + take.state() + "; untold: " + missing));
            }
        }
    }

    /** What should have been told of a take and was not. */
    static List<String> missing(Shelf shelf, TakeRow take) {
        List<Fact> told = shelf.factsOfTake(take.id()).stream().map(Told::fact).toList();
        List<String> missing = new ArrayList<>();
        if (told.stream().noneMatch(Fact.TakeQueued.class::isInstance)) {
            missing.add("queued");
        }
        var rendering = told.stream()
                .filter(Fact.TakeRendering.class::isInstance)
                .map(fact -> ((Fact.TakeRendering) fact).providerId())
                .collect(Collectors.toSet());
        shelf.jobs(take.id()).stream()
                .filter(job -> !rendering.contains(job))
                .forEach(job -> missing.add("rendering " + job));
        if (Shelf.ended(take) && told.stream().noneMatch(fact -> ends(fact, take.state()))) {
            missing.add(take.state());
        }
        return missing;
    }

    private static boolean ends(Fact fact, String state) {
        return switch (state) {
            case "finished" -> fact instanceof Fact.TakeFinished;
            case "failed" -> fact instanceof Fact.TakeFailed;
            case "cancelled" -> fact instanceof Fact.TakeCancelled;
            default -> throw new IllegalArgumentException("no end of a take: " + state);
        };
    }
}
