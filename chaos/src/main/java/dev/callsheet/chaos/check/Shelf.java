package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.Charge;
import dev.callsheet.chaos.check.Snapshot.JobRow;
import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Snapshot.RequestRow;
import dev.callsheet.chaos.check.Snapshot.StepRow;
import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.contracts.Fact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A snapshot, sorted by what belongs together. */
final class Shelf {
    private static final Set<String> ENDED = Set.of("finished", "failed", "cancelled");

    final Snapshot all;
    final Map<UUID, RequestRow> requests;
    final Map<UUID, TakeRow> takes;
    final Map<UUID, List<TakeRow>> takesOfRequest;
    final Map<UUID, List<StepRow>> stepsOfTake;
    final Map<UUID, List<LedgerRow>> ledgerOfTake;
    final Map<UUID, List<String>> jobsOfTake;
    final Map<String, UUID> takeOfJob;
    final Map<UUID, List<Told>> factsOfRequest;
    final Map<UUID, List<Told>> factsOfTake;
    final Map<String, List<Charge>> chargesOfJob;

    Shelf(Snapshot all) {
        this.all = all;
        this.requests = all.requests().stream().collect(Collectors.toMap(RequestRow::id, Function.identity()));
        this.takes = all.takes().stream().collect(Collectors.toMap(TakeRow::id, Function.identity()));
        this.takesOfRequest = all.takes().stream().collect(Collectors.groupingBy(TakeRow::request));
        this.stepsOfTake = all.steps().stream().collect(Collectors.groupingBy(StepRow::take));
        this.ledgerOfTake = all.ledger().stream().collect(Collectors.groupingBy(LedgerRow::take));
        this.jobsOfTake = all.jobs().stream()
                .collect(Collectors.groupingBy(
                        JobRow::take, Collectors.mapping(JobRow::providerId, Collectors.toList())));
        this.takeOfJob = all.jobs().stream().collect(Collectors.toMap(JobRow::providerId, JobRow::take));
        List<Told> once = once(all.facts());
        this.factsOfRequest = once.stream()
                .filter(told -> told.fact() instanceof Fact.OfRequest)
                .collect(Collectors.groupingBy(
                        told -> told.fact().aggregate(), LinkedHashMap::new, Collectors.toList()));
        this.factsOfTake = once.stream()
                .filter(told -> told.fact() instanceof Fact.OfTake)
                .collect(Collectors.groupingBy(
                        told -> ((Fact.OfTake) told.fact()).takeId().value()));
        this.chargesOfJob = all.charges().stream().collect(Collectors.groupingBy(Charge::providerId));
    }

    /** At least once is what the corridor promises: what has been told before is not told again. */
    private static List<Told> once(List<Told> facts) {
        Set<String> seen = new HashSet<>();
        return facts.stream().filter(told -> seen.add(told.event())).toList();
    }

    static boolean ended(TakeRow take) {
        return ENDED.contains(take.state());
    }

    List<Told> factsOfTake(UUID take) {
        return factsOfTake.getOrDefault(take, List.of());
    }

    List<Told> factsOfRequest(UUID request) {
        return factsOfRequest.getOrDefault(request, List.of());
    }

    List<LedgerRow> ledger(UUID take) {
        return ledgerOfTake.getOrDefault(take, List.of());
    }

    List<String> jobs(UUID take) {
        return jobsOfTake.getOrDefault(take, List.of());
    }

    /** All micros of one kind for a take. */
    long sum(UUID take, String kind) {
        return ledger(take).stream()
                .filter(line -> line.kind().equals(kind))
                .mapToLong(LedgerRow::micros)
                .sum();
    }
}
