package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.DeadLinks;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.OutcomeShape;
import dev.callsheet.twin.queue.domain.Telling.Outcome;
import dev.callsheet.twin.queue.domain.Telling.Place;
import dev.callsheet.twin.queue.domain.UploadSlot;
import dev.callsheet.twin.queue.outbound.Buckets;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of files, and outcomes that name them. Made at each answer: a twin on another port stays right. */
@ApplicationScoped
public class Links {

    private final Optional<String> publicUrl;
    private final OutcomeShape shape;
    private final String secret;
    private final DeadLinks dead;

    Links(TwinSettings settings, DeadLinks dead) {
        this.publicUrl = settings.publicUrl();
        this.shape = OutcomeShape.named(settings.outcomeShape());
        this.secret = settings.gmi().key();
        this.dead = dead;
    }

    /** The shape of successes. */
    OutcomeShape shape() {
        return shape;
    }

    /** Address of a public file. */
    String file(UriInfo at, Bucket bucket, String name) {
        return base(at) + Buckets.path(bucket, name);
    }

    /** Address to PUT a file to, with its signature. */
    String upload(UriInfo at, UploadSlot slot) {
        return file(at, Bucket.UPLOADS, slot.name()) + "?X-Goog-Algorithm=TWIN-HMAC-SHA256&X-Goog-Date="
                + slot.issuedAt()
                + "&X-Goog-Expires=" + UploadSlot.LIFETIME.toSeconds()
                + "&X-Goog-SignedHeaders=content-type%3Bhost&X-Goog-Signature=" + slot.signature(secret);
    }

    /** The outcome as it goes over the wire, null while there is none. */
    @Nullable
    Map<String, Object> outcome(UriInfo at, Outcome outcome) {
        return switch (outcome) {
            case Outcome.None() -> null;
            case Outcome.Empty() -> Map.of();
            case Outcome.Media(JobState.Clip clip, OutcomeShape told) ->
                told.success(clip(at, clip.video()), file(at, Bucket.ARTIFACTS, clip.thumbnail()));
            case Outcome.Failure(String reason, Place place) ->
                place == Place.OUTCOME_ERROR ? Map.of("error", reason) : null;
        };
    }

    private String clip(UriInfo at, String name) {
        int number = dead.fresh(name);
        return file(at, Bucket.ARTIFACTS, name) + (number == 0 ? "" : "?link=" + number);
    }

    private String base(UriInfo at) {
        var base = publicUrl.orElseGet(() -> at.getBaseUri().toString());
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
