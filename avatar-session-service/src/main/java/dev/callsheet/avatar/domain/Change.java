package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.Fact;
import java.util.List;

/** A decision about a session: its next state and what is to be stored and told with it, all or nothing. */
public record Change(Session next, List<LedgerEntry> ledger, List<Fact> facts) {
    public Change {
        ledger = List.copyOf(ledger);
        facts = List.copyOf(facts);
    }

    /** Nothing to be told and nothing to be paid. */
    public static Change to(Session next) {
        return new Change(next, List.of(), List.of());
    }
}
