package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.UploadSlot;
import dev.callsheet.twin.queue.domain.UploadType;
import dev.callsheet.twin.queue.outbound.Buckets;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The storage host of uploads and artifacts: reads need no key and carry no CORS headers, writes need a signature. */
@Path("/storage/{bucket}/{name}")
@RunOnVirtualThread
public class StorageResource {

    private final Buckets buckets;
    private final String secret;
    private final Clock clock;

    StorageResource(Buckets buckets, TwinSettings settings, Clock clock) {
        this.buckets = buckets;
        this.secret = settings.gmi().key();
        this.clock = clock;
    }

    /** Reads a public file. */
    @GET
    public Response read(@PathParam("bucket") String bucket, @PathParam("name") String name) {
        return Bucket.named(bucket)
                .flatMap(known -> buckets.file(known, name))
                .map(file -> Response.ok(file).type(contentType(name)).build())
                .orElseGet(() -> error(404, "NoSuchKey", "The specified key does not exist."));
    }

    /** Writes the file of an upload slot. */
    @PUT
    public Response write(
            @PathParam("bucket") String bucket,
            @PathParam("name") String name,
            @QueryParam("X-Goog-Date") long issuedAt,
            @QueryParam("X-Goog-Signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body)
            throws IOException {
        var slot = new UploadSlot(name, issuedAt);
        var rejected = slot.check(signature == null ? "" : signature, contentType, secret, clock.instant());
        if (rejected.isPresent()) {
            var why = rejected.get();
            return error(why.status(), why.code(), why.message());
        }
        var place = buckets.place(Bucket.UPLOADS, name);
        if (place.isEmpty() || !Bucket.UPLOADS.word().equals(bucket)) {
            return error(403, "AccessDenied", "Access denied.");
        }
        buckets.store(place.get(), body);
        return Response.ok().build();
    }

    private static String contentType(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return UploadType.named(extension).map(UploadType::contentType).orElse("application/octet-stream");
    }

    private static Response error(int status, String code, String message) {
        return Response.status(status)
                .type("application/xml")
                .entity("<?xml version='1.0' encoding='UTF-8'?><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>")
                .build();
    }
}
