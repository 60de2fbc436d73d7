package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.billing.Prices;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.fault.FaultWord;
import dev.callsheet.twin.render.domain.Ratio;
import dev.callsheet.twin.render.domain.RenderOrder;
import dev.callsheet.twin.render.domain.RenderOrder.ImageToVideo;
import dev.callsheet.twin.render.domain.RenderOrder.ReferenceToVideo;
import dev.callsheet.twin.render.domain.Resolution;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Reads checked payloads: what is to be rendered, and what it costs. */
public final class Orders {

    private static final String DEFAULT_RESOLUTION = "1080P";
    private static final int DEFAULT_SECONDS = 5;

    private Orders() {}

    /** What to render; {@code nearest} may swap an address for one that is easier to reach. */
    static RenderOrder order(Job job, UnaryOperator<URI> nearest) {
        var payload = job.payload();
        var prompt = FaultWord.strip(prompt(payload));
        var resolution = Resolution.named(resolution(payload));
        return switch (job.model()) {
            case "wan2.7-i2v" ->
                new ImageToVideo(
                        prompt,
                        address(payload, "first_frame").map(nearest),
                        address(payload, "last_frame").map(nearest),
                        address(payload, "first_clip").map(nearest),
                        resolution,
                        seconds(payload),
                        job.seed());
            case "wan2.7-r2v" ->
                new ReferenceToVideo(
                        prompt,
                        address(payload, "first_frame").map(nearest),
                        addresses(payload, "reference_image", nearest),
                        addresses(payload, "reference_video", nearest),
                        resolution,
                        Ratio.named(text(payload, "ratio", "16:9")),
                        seconds(payload),
                        job.seed());
            default -> throw new IllegalStateException("the twin has no renderer for " + job.model());
        };
    }

    /** Price of a success, in millionths of a US dollar. */
    static long price(Job job, Prices prices) {
        var rate = job.model().equals("wan2.7-i2v") ? prices.imageToVideo() : prices.referenceToVideo();
        return seconds(job.payload()) * (at720p(job.payload()) ? rate.at720p() : rate.at1080p());
    }

    /** What was bought, for people. */
    static String bought(Job job) {
        return seconds(job.payload()) + " s " + resolution(job.payload());
    }

    /** The prompt with its fault words; empty if there is none. */
    public static String prompt(JsonNode payload) {
        return text(payload, "prompt", "");
    }

    static boolean at720p(JsonNode payload) {
        return resolution(payload).equals("720P");
    }

    /** The seed of the payload, if it names one. */
    static Optional<Long> seed(JsonNode payload) {
        return payload.path("seed").isIntegralNumber()
                ? Optional.of(payload.path("seed").asLong())
                : Optional.empty();
    }

    private static String resolution(JsonNode payload) {
        return text(payload, "resolution", DEFAULT_RESOLUTION);
    }

    private static int seconds(JsonNode payload) {
        return payload.path("duration").asInt(DEFAULT_SECONDS);
    }

    private static String text(JsonNode payload, String field, String otherwise) {
        return payload.path(field).isTextual() ? payload.path(field).asText() : otherwise;
    }

    private static Optional<URI> address(JsonNode payload, String field) {
        return payload.hasNonNull(field)
                ? Optional.of(URI.create(payload.path(field).asText()))
                : Optional.empty();
    }

    private static List<URI> addresses(JsonNode payload, String field, UnaryOperator<URI> nearest) {
        return StreamSupport.stream(payload.path(field).spliterator(), false)
                .map(entry -> nearest.apply(URI.create(entry.asText())))
                .toList();
    }
}
