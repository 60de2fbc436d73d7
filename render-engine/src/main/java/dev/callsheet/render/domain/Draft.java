package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.VideoRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provider's payload whose inputs still stand at the partner's addresses.
 *
 * @param fields plain fields by the provider's names
 * @param seconds length of the clip, as it is charged
 * @param repairs what was changed without loss, for people
 */
public record Draft(
        Map<String, Object> fields, List<Input> inputs, int seconds, String resolution, List<String> repairs) {
    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 15;
    private static final int DEFAULT_SECONDS = 5;
    private static final String DEFAULT_RESOLUTION = "1080P";

    public Draft {
        fields = Map.copyOf(fields);
        inputs = List.copyOf(inputs);
        repairs = List.copyOf(repairs);
    }

    /**
     * One medium.
     *
     * @param listed whether the field is a list, to which the address is added in order
     * @param type of the medium at the address
     * @param voice to be heard over a picture: both become one clip; null for a medium that stays what it is
     */
    public record Input(
            String field,
            boolean listed,
            VideoRequest.MediumType type,
            String uri,
            @Nullable Voice voice) {
        public Input(String field, boolean listed, VideoRequest.MediumType type, String uri) {
            this(field, listed, type, uri, null);
        }

        /** Stands for what is handed over: the same picture with and without a voice is not the same. */
        public String key() {
            return voice == null ? uri : uri + " with the voice " + voice.uri();
        }
    }

    /** A voice sample. @param trim whether it may be cut to the longest that the model reads */
    public record Voice(String uri, boolean trim) {}

    /**
     * The part that both Wan models share (GMI Cloud, model pages of wan2.7-i2v and wan2.7-r2v): texts, resolution and
     * length, each stated, so that what is charged never hangs on a default of the provider.
     *
     * @throws Unrenderable for a length that no model makes
     */
    public static Draft of(
            VideoRequest request, Map<String, Object> more, @Nullable String prompt, List<Input> inputs) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        List<String> repairs = new ArrayList<>();
        VideoRequest.Output output = request.output();
        Double wanted = output == null ? null : output.seconds();
        int seconds = wanted == null ? DEFAULT_SECONDS : (int) Math.ceil(wanted);
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            throw new Unrenderable(
                    "DURATION_OUT_OF_RANGE",
                    "output.seconds: found " + wanted + "; allowed are " + SHORTEST_SECONDS + " to " + LONGEST_SECONDS);
        }
        if (wanted != null && seconds != wanted) {
            repairs.add("length " + wanted + " s made " + seconds + " s: the model counts whole seconds");
        }
        String resolution = output == null || output.resolution() == null
                ? DEFAULT_RESOLUTION
                : output.resolution().toUpperCase(java.util.Locale.ROOT);
        fields.put("resolution", resolution);
        fields.put("duration", seconds);
        if (prompt != null && !prompt.isBlank()) {
            fields.put("prompt", prompt);
        }
        if (request.negativePrompt() != null && !request.negativePrompt().isBlank()) {
            fields.put("negative_prompt", request.negativePrompt());
        }
        return new Draft(fields, inputs, seconds, resolution, repairs);
    }

    /** The payload as it is posted. @param address from an input's key to where the provider reads it */
    public ObjectNode payload(long seed, UnaryOperator<String> address) {
        ObjectNode payload = Json.mapper().valueToTree(new java.util.TreeMap<>(fields));
        payload.put("seed", seed);
        for (Input input : inputs) {
            if (input.listed()) {
                ArrayNode list = payload.withArray("/" + input.field());
                list.add(address.apply(input.key()));
            } else {
                payload.put(input.field(), address.apply(input.key()));
            }
        }
        return payload;
    }
}
