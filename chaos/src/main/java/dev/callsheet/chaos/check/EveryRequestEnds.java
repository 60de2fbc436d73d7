package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Whatever was sent, however often, is one request with as many takes as it may cost at most, one end and one fact that tells it. */
final class EveryRequestEnds implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (UUID asked : shelf.all.asked()) {
            if (!shelf.requests.containsKey(asked)) {
                found.accept(new Violation(Kind.REQUEST_LOST, asked.toString(), "sent, and not in the tables"));
            }
        }
        for (RequestRow request : shelf.all.requests()) {
            String id = request.id().toString();
            if (!shelf.all.asked().contains(request.id())) {
                found.accept(new Violation(Kind.REQUEST_UNKNOWN, id, "in the tables, and never sent"));
            }
            int takes =
                    shelf.takesOfRequest.getOrDefault(request.id(), List.of()).size();
            if (takes > request.maxTakes()) {
                found.accept(new Violation(
                        Kind.REQUEST_DOUBLED,
                        id,
                        takes + " takes for one request; " + request.maxTakes() + " allowed"));
            }
            end(request, shelf.factsOfRequest(request.id())).ifPresent(found);
        }
    }

    private static Optional<Violation> end(RequestRow request, List<Told> facts) {
        String id = request.id().toString();
        if (request.state().equals("open")) {
            return Optional.of(new Violation(Kind.REQUEST_NOT_FINAL, id, "its state is open"));
        }
        List<String> ends = facts.stream()
                .map(told -> word(told.fact()))
                .flatMap(Optional::stream)
                .toList();
        if (ends.isEmpty()) {
            return Optional.of(new Violation(Kind.FINAL_FACT_MISSING, id, "it is " + request.state() + ", untold"));
        }
        if (ends.size() > 1) {
            return Optional.of(new Violation(Kind.FINAL_FACT_TWICE, id, "told as " + ends));
        }
        return ends.getFirst().equals(request.state())
                ? Optional.empty()
                : Optional.of(new Violation(
                        Kind.FINAL_FACT_DIFFERS, id, "it is " + request.state() + ", told as " + ends.getFirst()));
    }

    /** The end that a fact tells, if it tells one. */
    static Optional<String> word(Fact fact) {
        return switch (fact) {
            case Fact.RequestCompleted _ -> Optional.of("completed");
            case Fact.RequestFailed _ -> Optional.of("failed");
            case Fact.RequestCancelled _ -> Optional.of("cancelled");
            case Fact.OfTake _ -> Optional.empty();
            case Fact.OfSession _ -> Optional.empty();
            case Fact.OfCharacter _ -> Optional.empty();
            case Fact.CampaignScored _ -> Optional.empty();
            case Fact.RequestRouted _ -> Optional.empty();
            case Fact.RequestRejected _ -> Optional.empty();
            case Fact.RequestSplit _ -> Optional.empty();
        };
    }
}
