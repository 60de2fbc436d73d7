package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What tells our submit from others in the provider's list, by documented fields only: the seed that we chose, the
 * prompt, and the addresses of the inputs (an uploaded input has an address that nobody else has).
 */
public record Marker(long seed, String prompt, List<String> inputs) {
    /** Of a job whose payload is not told. */
    public static final Marker NONE = new Marker(-1, "", List.of());

    private static final List<String> INPUT_FIELDS =
            List.of("first_frame", "last_frame", "first_clip", "driving_audio", "reference_image", "reference_video");

    public Marker {
        inputs = List.copyOf(inputs);
    }

    /** The marker of a payload, sent or echoed. */
    public static Marker of(JsonNode payload) {
        List<String> inputs = INPUT_FIELDS.stream()
                .map(payload::path)
                .flatMap(node -> node.isArray() ? node.valueStream() : java.util.stream.Stream.of(node))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        return new Marker(
                payload.path("seed").asLong(-1), payload.path("prompt").asText(""), inputs);
    }
}
