package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.supervisor.Place;
import java.util.Map;
import java.util.Optional;

/** The ledgers of all workers, asked at their doors. */
public record WorkerLedgers(Workers workers) implements Ledgers {

    @Override
    public Optional<Known> find(RequestId id) {
        for (Place worker : Workers.ALL) {
            JsonNode account = workers.get(worker, "/v1/ledger", Map.of("requestId", id.toString()));
            if (account.has("state")) {
                return Optional.of(new Known(
                        worker.label(),
                        account.path("state").asText(),
                        account.path("openMicros").asLong(),
                        account.path("settledMicros").asLong()));
            }
        }
        return Optional.empty();
    }
}
