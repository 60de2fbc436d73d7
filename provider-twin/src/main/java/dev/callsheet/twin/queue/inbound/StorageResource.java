package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.UploadSlot;
import dev.callsheet.twin.queue.domain.UploadSlot.Rejected;
import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.UploadFault;
import dev.callsheet.twin.queue.outbound.Buckets;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storage host of uploads and artifacts: reads need no key and carry no CORS headers, writes need a signature. */
@Path("/storage/{bucket}/{name}")
@RunOnVirtualThread
public class StorageResource {

    private final Buckets buckets;
    private final Artifacts artifacts;
    private final FaultBoard faults;
    private final String secret;
    private final Clock clock;

    StorageResource(Buckets buckets, Artifacts artifacts, FaultBoard faults, TwinSettings settings, Clock clock) {
        this.buckets = buckets;
        this.artifacts = artifacts;
        this.faults = faults;
        this.secret = settings.gmi().key();
        this.clock = clock;
    }

    /** Reads a public file; {@code link} is the number of its address where it has had several. */
    @GET
    public Response read(
            @PathParam("bucket") String bucket,
            @PathParam("name") String name,
            @QueryParam("link") int link,
            @Context HttpServerRequest connection) {
        if (Bucket.ARTIFACTS.word().equals(bucket)) {
            return artifacts.read(name, link, connection);
        }
        return Bucket.named(bucket)
                .flatMap(known -> buckets.file(known, name))
                .map(file ->
                        Response.ok(file).type(StorageAnswers.contentType(name)).build())
                .orElseGet(StorageAnswers::noSuchKey);
    }

    /** Writes the file of an upload slot. */
    @PUT
    public Response write(
            @PathParam("bucket") String bucket,
            @PathParam("name") String name,
            @QueryParam("X-Goog-Date") long issuedAt,
            @QueryParam("X-Goog-Signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context HttpServerRequest connection,
            InputStream body)
            throws IOException {
        var slot = new UploadSlot(name, issuedAt);
        var rejected = slot.check(signature == null ? "" : signature, contentType, secret, clock.instant())
                .or(() -> struck(connection));
        if (rejected.isPresent()) {
            var why = rejected.get();
            return StorageAnswers.error(why.status(), why.code(), why.message());
        }
        var place = buckets.place(Bucket.UPLOADS, name);
        if (place.isEmpty() || !Bucket.UPLOADS.word().equals(bucket)) {
            return StorageAnswers.error(403, "AccessDenied", "Access denied.");
        }
        buckets.store(place.get(), body);
        return Response.ok().build();
    }

    private Optional<Rejected> struck(HttpServerRequest connection) {
        return faults.strike(Call.at(Door.UPLOAD, ""), clock.instant())
                .first(UploadFault.class)
                .map(Blows.Hit::fault)
                .map(fault -> switch (fault) {
                    case UPLOAD_REFUSED -> UploadSlot.MISMATCH;
                    case UPLOAD_FAILED -> new Rejected(500, "InternalError", "We encountered an internal error.");
                    case UPLOAD_EXPIRED -> UploadSlot.EXPIRED;
                    case UPLOAD_CUT -> {
                        Connections.cut(connection);
                        yield UploadSlot.EXPIRED;
                    }
                });
    }
}
