package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The decision about a submit, in the provider's order: model (404), payload (400), entitlement (404), credits (402),
 * rate and capacity (429, 503), accept. The key (401) is checked before.
 */
public sealed interface Intake {

    /** Not accepted. */
    record Refused(Refusal refusal) implements Intake {}

    /** Accepted, with the fate the job will have and the fault that may still hit its answer. */
    record Accepted(Model model, JobFate fate, Optional<Fault> fault) implements Intake {}

    /**
     * Decides.
     *
     * @param strike asked for the fault that strikes this submit, only if everything before it is in order
     */
    static Intake decide(String modelId, JsonNode payload, Set<String> entitled, Supplier<Optional<Fault>> strike) {
        var found = Catalogue.find(modelId);
        if (found.isEmpty()) {
            return new Refused(Refusal.unknownModel(modelId));
        }
        var model = found.get();
        var bad = model.payloadFault(payload);
        if (bad.isPresent()) {
            return new Refused(Refusal.badPayload(bad.get()));
        }
        if (!entitled.contains(modelId)) {
            return new Refused(Refusal.notEntitled(modelId));
        }
        var fault = strike.get();
        return fault.flatMap(Refusal::of)
                .<Intake>map(Refused::new)
                .orElseGet(() -> new Accepted(model, JobFate.of(fault, model.upstreamFault(payload)), fault));
    }
}
