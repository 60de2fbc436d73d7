package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A model of the catalogue.
 *
 * @param rules what must hold beyond single fields
 */
public record Model(String id, String brief, String details, String pricing, List<Field> fields, ModelRules rules) {

    /** What the queue finds wrong with a payload: answered with 400 and not accepted. */
    public Optional<String> payloadFault(JsonNode payload) {
        return PayloadCheck.firstFault(this, payload).or(() -> rules.queueFault(payload));
    }

    /** What only the model behind the queue finds wrong: the job is accepted, and fails. */
    public Optional<String> upstreamFault(JsonNode payload) {
        return rules.upstreamFault(payload);
    }
}
