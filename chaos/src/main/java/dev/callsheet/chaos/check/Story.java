package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.contracts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that is known of what a violation is about, for people. */
public final class Story {
    private Story() {}

    /** One line for each change, ledger line and fact of the take or request; none if the subject is neither. */
    public static List<String> of(Violation violation, Snapshot snapshot) {
        Optional<UUID> id = id(violation.subject());
        if (id.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (TakeRow take : snapshot.takes()) {
            if (take.id().equals(id.get()) || take.request().equals(id.get())) {
                tell(take, snapshot, lines);
            }
        }
        return lines;
    }

    private static void tell(TakeRow take, Snapshot snapshot, List<String> lines) {
        lines.add("take " + take.id() + " of request " + take.request() + ": " + take.state());
        snapshot.steps().stream()
                .filter(step -> step.take().equals(take.id()))
                .forEach(step -> lines.add("step " + step.step() + " " + step.state() + ": " + step.cause()));
        snapshot.ledger().stream()
                .filter(line -> line.take().equals(take.id()))
                .forEach(line -> lines.add("ledger " + line.kind() + " " + line.micros()));
        snapshot.jobs().stream()
                .filter(job -> job.take().equals(take.id()))
                .forEach(job -> lines.add("job " + job.providerId()
                        + (snapshot.charges().stream()
                                        .anyMatch(charge -> charge.providerId().equals(job.providerId()))
                                ? ", charged"
                                : ", not charged")));
        snapshot.facts().stream()
                .filter(told -> told.fact() instanceof Fact.OfRequest ofRequest
                        && ofRequest.requestId().value().equals(take.request()))
                .forEach(told -> lines.add("fact " + told.fact().getClass().getSimpleName() + " " + told.event()));
    }

    private static Optional<UUID> id(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
