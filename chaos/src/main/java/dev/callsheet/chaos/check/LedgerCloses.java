package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.LedgerRow;
import dev.callsheet.chaos.check.Violation.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** For each take: one commitment open at a time, settled once at most, and nothing open at the end. */
final class LedgerCloses implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (Map.Entry<UUID, List<LedgerRow>> take : shelf.ledgerOfTake.entrySet()) {
            wrong(take.getKey().toString(), take.getValue()).ifPresent(found);
        }
    }

    private static Optional<Violation> wrong(String take, List<LedgerRow> lines) {
        long open = 0;
        int settled = 0;
        for (LedgerRow line : lines) {
            switch (line.kind()) {
                case "quoted" -> {}
                case "committed" -> {
                    if (open > 0) {
                        return Optional.of(new Violation(
                                Kind.COMMITTED_TWICE, take, line.micros() + " while " + open + " was open"));
                    }
                    open += line.micros();
                }
                case "released" -> open -= line.micros();
                case "settled" -> {
                    settled++;
                    open -= line.micros();
                }
                default -> throw new IllegalArgumentException("no kind of a ledger line: " + line.kind());
            }
        }
        if (settled > 1) {
            return Optional.of(new Violation(Kind.SETTLED_TWICE, take, settled + " lines settle it"));
        }
        return open == 0
                ? Optional.empty()
                : Optional.of(new Violation(Kind.LEDGER_UNBALANCED, take, open + " micros are open at the end"));
    }
}
