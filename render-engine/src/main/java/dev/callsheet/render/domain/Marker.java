package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What tells our submit from others in the provider's list, by documented fields only: the seed that we chose, the
 * prompt, and the addresses of the inputs (an uploaded input has an address that nobody else has).
 */
public record Marker(long seed, String prompt, List<String> inputs) {
    /** How far the provider's clock, which counts whole seconds, may stand behind ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

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

    /**
     * Our job in the provider's list: the oldest that bears the marker, was made since the submit, and belongs to no
     * take yet.
     *
     * @param known provider ids that takes have already
     */
    public Optional<Job> find(Collection<Job> listed, Instant submittedAt, Set<String> known) {
        return listed.stream()
                .filter(job -> !known.contains(job.providerId()))
                .filter(job -> job.createdAt().isAfter(submittedAt.minus(SKEW)))
                .filter(job -> of(job.payload()).equals(this))
                .min(Comparator.comparing(Job::createdAt));
    }
}
