package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.Charge;
import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Each job that the provider charged is one take's, and is what that take has settled; to the micro. */
final class BillIsTheLedger implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        Map<UUID, List<Charge>> chargesOfTake = new HashMap<>();
        shelf.chargesOfJob.forEach((job, charges) -> {
            UUID take = shelf.takeOfJob.get(job);
            if (take == null) {
                found.accept(new Violation(
                        Kind.PAID_UNKNOWN,
                        job,
                        charges.getFirst().micros() + " micros for "
                                + charges.getFirst().about() + "; no take has this job"));
            } else {
                chargesOfTake.computeIfAbsent(take, _ -> new ArrayList<>()).addAll(charges);
            }
        });
        Map<UUID, Long> settled = shelf.all.ledger().stream()
                .filter(line -> line.kind().equals("settled"))
                .collect(Collectors.groupingBy(LedgerRow::take, Collectors.summingLong(LedgerRow::micros)));
        chargesOfTake.forEach((take, charges) ->
                wrong(take, charges, Optional.ofNullable(settled.get(take))).ifPresent(found));
        settled.forEach((take, micros) -> {
            if (!chargesOfTake.containsKey(take)) {
                found.accept(new Violation(
                        Kind.SETTLED_NOT_PAID,
                        take.toString(),
                        micros + " micros; nothing was charged for its jobs " + shelf.jobs(take)));
            }
        });
    }

    private static Optional<Violation> wrong(UUID take, List<Charge> charges, Optional<Long> settled) {
        List<String> jobs = charges.stream().map(Charge::providerId).toList();
        if (charges.size() > 1) {
            return Optional.of(new Violation(Kind.PAID_TWICE, take.toString(), "charged as " + jobs));
        }
        long charged = charges.getFirst().micros();
        if (settled.isEmpty()) {
            return Optional.of(
                    new Violation(Kind.PAID_NOT_SETTLED, take.toString(), charged + " micros charged as " + jobs));
        }
        return settled.get() == charged
                ? Optional.empty()
                : Optional.of(new Violation(
                        Kind.AMOUNT_DIFFERS, take.toString(), "settled " + settled.get() + ", charged " + charged));
    }
}
