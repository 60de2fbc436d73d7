package dev.callsheet.chaos.check;

import java.util.ArrayList;
import java.util.List;

/** Holds a snapshot against everything that must be so when all is over. Pure. */
public final class Checker {
    private static final List<Rule> RULES = List.of(
            new EveryRequestEnds(),
            new EveryChangeIsTold(),
            new EverythingInOrder(),
            new LedgerCloses(),
            new PursesHoldTheLedger(),
            new BillIsTheLedger(),
            new MoneyIsToldAsItIs(),
            new ClipsAreThere(),
            new NothingIsLeft());

    private Checker() {}

    /** All violations; none if the run has kept its promise. */
    public static List<Violation> check(Snapshot snapshot) {
        Shelf shelf = new Shelf(snapshot);
        List<Violation> violations = new ArrayList<>();
        RULES.forEach(rule -> rule.check(shelf, violations::add));
        return List.copyOf(violations);
    }
}
