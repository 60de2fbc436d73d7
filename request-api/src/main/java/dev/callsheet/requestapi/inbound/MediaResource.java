package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.requestapi.domain.MediaAsk;
import dev.callsheet.requestapi.domain.MediaEntry;
import dev.callsheet.requestapi.domain.MediaEntry.State;
import dev.callsheet.requestapi.outbound.MediaStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Media over REST: leave to upload, or an address that we read. Another tenant's medium is an unknown one. */
@Path("/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MediaResource {
    private final Caller caller;
    private final MediaIntake intake;
    private final MediaStore store;
    private final MediaSettings settings;

    MediaResource(Caller caller, MediaIntake intake, MediaStore store, MediaSettings settings) {
        this.caller = caller;
        this.intake = intake;
        this.store = store;
        this.settings = settings;
    }

    /** 201 with an upload, or with the medium itself; 200 if it was there before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response bring(byte @Nullable [] body) {
        MediaAsk ask = MediaAsk.of(Json.read(body == null ? new byte[0] : body));
        try {
            return switch (ask) {
                case MediaAsk.Unclear(var violations) -> throw MediaProblems.unclear(violations);
                case MediaAsk.Grant grant -> granted(intake.grant(caller.tenant(), grant));
                case MediaAsk.Fetch fetch -> answer(201, intake.fetch(caller.tenant(), fetch), null);
            };
        } catch (MediaRefused e) {
            throw MediaProblems.refused(e);
        } catch (IOException e) {
            throw MediaProblems.away(e);
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        return answer(200, intake.find(caller.tenant(), id(id)), null);
    }

    /** Looks at what was uploaded: from here on it is ready, or refused with a reason. */
    @POST
    @Path("/{id: [^/:]+}:complete")
    public Response complete(@PathParam("id") String id) {
        try {
            return answer(200, intake.complete(caller.tenant(), id(id)), null);
        } catch (IOException e) {
            throw MediaProblems.away(e);
        }
    }

    private Response granted(MediaEntry entry) {
        if (entry.state() == State.READY) {
            return answer(200, entry, null);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", entry.format().type());
        headers.put("content-length", Long.toString(entry.bytes()));
        headers.put(
                "x-amz-checksum-sha256",
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(entry.sha256())));
        Duration lifetime = settings.grantLifetime();
        String url = store.uploadUrl(entry.uploadKey(), headers, lifetime);
        return answer(201, entry, new MediaView.Upload("PUT", url, headers));
    }

    private Response answer(int status, MediaEntry entry, MediaView.@Nullable Upload upload) {
        MediaView view = MediaView.of(entry, store.uri(entry.key()), upload);
        Response.ResponseBuilder answer = Response.status(status).entity(view);
        return status == 201 ? answer.location(URI.create(view.links().self())).build() : answer.build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw MediaProblems.unknown();
        }
    }
}
