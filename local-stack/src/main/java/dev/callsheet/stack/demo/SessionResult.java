package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of the live session.
 *
 * @param seen as the session service shows it
 * @param journalMicros by the provider, micros of US dollars
 * @param troubles why it does not count as done; empty if it does
 */
record SessionResult(JsonNode seen, long journalMicros, List<String> troubles) {
    SessionResult {
        troubles = List.copyOf(troubles);
    }

    long ledgerMicros() {
        return seen.path("ledgerMicros").asLong();
    }
}
