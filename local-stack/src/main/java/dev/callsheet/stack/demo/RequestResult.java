package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of a request.
 *
 * @param seen as the front desk shows it
 * @param ledgerMicros by the worker's own tables, micros of US dollars
 * @param journalMicros by the provider
 * @param services that took part in its trace
 * @param troubles why it does not count as done; empty if it does
 */
record RequestResult(
        Asked asked,
        JsonNode seen,
        long ledgerMicros,
        long journalMicros,
        List<String> services,
        List<String> troubles) {
    RequestResult {
        services = List.copyOf(services);
        troubles = List.copyOf(troubles);
    }

    JsonNode clip() {
        return seen.path("clip");
    }

    /** The sum over all takes, in milliseconds. */
    long sum(String field) {
        long sum = 0;
        for (JsonNode take : seen.path("takes")) {
            sum += take.path(field).asLong();
        }
        return sum;
    }
}
