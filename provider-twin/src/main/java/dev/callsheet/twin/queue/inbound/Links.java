package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.JobState;
import dev.callsheet.twin.queue.domain.OutcomeShape;
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

    Links(TwinSettings settings) {
        this.publicUrl = settings.publicUrl();
        this.shape = OutcomeShape.named(settings.outcomeShape());
        this.secret = settings.gmi().key();
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

    /** The job's outcome, null until it has one. */
    @Nullable
    Map<String, Object> outcome(UriInfo at, Job job) {
        return switch (job.state()) {
            case JobState.Succeeded(var clip) ->
                shape.success(file(at, Bucket.ARTIFACTS, clip.video()), file(at, Bucket.ARTIFACTS, clip.thumbnail()));
            case JobState.Failed(var reason) -> Map.of("error", reason);
            case JobState.Queued _, JobState.Dispatched _, JobState.Processing _, JobState.Cancelled _ -> null;
        };
    }

    private String base(UriInfo at) {
        var base = publicUrl.orElseGet(() -> at.getBaseUri().toString());
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
