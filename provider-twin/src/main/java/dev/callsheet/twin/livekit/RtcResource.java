package dev.callsheet.twin.livekit;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a client asks when its socket did not open. Open to pages of any origin, as LiveKit is. */
@Path("/rtc")
@Blocking
public class RtcResource {
    private final RtcDoor door;

    RtcResource(RtcDoor door) {
        this.door = door;
    }

    @GET
    @Path("/validate")
    public Response validate(@Context HttpServerRequest request) {
        return door.refusal(JoinWish.of(request.query()))
                .map(no -> answer(no.status(), no.words()))
                .orElseGet(() -> answer(200, "success"));
    }

    /** The newer way with one connection for both directions is not spoken here: 404 sends clients to the other one. */
    @GET
    @Path("/v1/validate")
    public Response newer() {
        return answer(404, "not found");
    }

    private static Response answer(int status, String words) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header("Access-Control-Allow-Origin", "*")
                .entity(words)
                .build();
    }
}
