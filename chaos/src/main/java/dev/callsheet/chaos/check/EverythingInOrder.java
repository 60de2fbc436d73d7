package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.StepRow;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes change and are told as the state machine has it, and a request's end comes last. Only a request that failed
 * while a render was still open may be followed by that render's own facts.
 */
final class EverythingInOrder implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (TakeRow take : shelf.all.takes()) {
            String id = take.id().toString();
            Course.wrong(shelf.stepsOfTake.getOrDefault(take.id(), List.of()).stream()
                            .map(StepRow::state)
                            .toList())
                    .or(() -> numbers(shelf, take))
                    .ifPresent(detail -> found.accept(new Violation(Kind.STEP_OUT_OF_ORDER, id, detail)));
            if (EveryChangeIsTold.missing(shelf, take).isEmpty()) {
                Telling.wrong(shelf.factsOfTake(take.id()).stream()
                                .map(Told::fact)
                                .toList())
                        .ifPresent(detail -> found.accept(new Violation(Kind.FACT_OUT_OF_ORDER, id, detail)));
            }
        }
        for (Map.Entry<UUID, List<Told>> request : shelf.factsOfRequest.entrySet()) {
            wrongEnd(request.getValue())
                    .ifPresent(detail -> found.accept(new Violation(
                            Kind.FACT_OUT_OF_ORDER, request.getKey().toString(), detail)));
        }
    }

    private static Optional<String> numbers(Shelf shelf, TakeRow take) {
        List<StepRow> steps = shelf.stepsOfTake.getOrDefault(take.id(), List.of());
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).step() != i) {
                return Optional.of("its changes are numbered "
                        + steps.stream().map(StepRow::step).toList());
            }
        }
        return steps.isEmpty() || steps.getLast().state().equals(take.state())
                ? Optional.empty()
                : Optional.of("it is " + take.state() + ", its last change made it "
                        + steps.getLast().state());
    }

    private static Optional<String> wrongEnd(List<Told> facts) {
        if (facts.stream().mapToInt(Told::partition).distinct().count() > 1) {
            return Optional.of("its facts stand in more than one partition");
        }
        boolean over = false;
        boolean open = false;
        for (Told told : facts) {
            Fact fact = told.fact();
            boolean end = EveryRequestEnds.word(fact).isPresent();
            // A second end is another rule's; a person may rule at any time.
            if (over && !end && !(open && fact instanceof Fact.OfTake) && !(fact instanceof Fact.ClipRuled)) {
                return Optional.of(fact.getClass().getSimpleName() + " after the request's end");
            }
            over |= end;
            if (fact instanceof Fact.RequestFailed failed) {
                Long micros = failed.openMicros();
                open = micros != null && micros > 0;
            }
        }
        return Optional.empty();
    }
}
