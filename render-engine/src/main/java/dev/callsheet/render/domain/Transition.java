package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import java.util.List;

/** What a signal did: all of it is stored in one transaction, or none of it. @param cause for the take's story */
public record Transition(Take take, List<Fact> facts, List<LedgerEntry> entries, String cause) {
    public Transition {
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
    }
}
