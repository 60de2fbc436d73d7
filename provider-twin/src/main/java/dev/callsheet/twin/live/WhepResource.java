package dev.callsheet.twin.live;

import dev.callsheet.twin.live.media.AvatarStream;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * The viewer's door: a WHEP-like exchange of one offer for one answer (draft-ietf-wish-whep), without trickle. It is the
 * twin's own; the real product delivers over LiveKit. Open to pages of any origin, as a media host is.
 */
@Path("/v1/whep/{session}")
@Blocking
public class WhepResource {
    private static final String SDP = "application/sdp";

    private final Stages stages;

    WhepResource(Stages stages) {
        this.stages = stages;
    }

    @POST
    @Consumes(SDP)
    public Response watch(@PathParam("session") String session, String offer) {
        var show = stages.find(session);
        if (show.isEmpty()) {
            return open(Response.status(404).type("text/plain").entity("no such active session"));
        }
        var stream = show.get().stage().stream();
        if (stream.isEmpty()) {
            return open(Response.status(503)
                    .type("text/plain")
                    .entity("this twin runs without media: native WebRTC libraries are missing"));
        }
        try {
            AvatarStream.Admission viewer = stream.get().admit(offer);
            return open(Response.status(201)
                    .type(SDP)
                    .header("Location", "/v1/whep/" + session + "/viewers/" + viewer.id())
                    .entity(viewer.answer()));
        } catch (AvatarStream.NotAdmitted e) {
            return open(Response.status(400).type("text/plain").entity(e.getMessage()));
        }
    }

    @DELETE
    @Path("/viewers/{viewer}")
    public Response leave(@PathParam("session") String session, @PathParam("viewer") String viewer) {
        stages.find(session).flatMap(show -> show.stage().stream()).ifPresent(stream -> stream.dismiss(viewer));
        return open(Response.noContent());
    }

    @OPTIONS
    public Response preflight() {
        return open(Response.noContent());
    }

    @OPTIONS
    @Path("/viewers/{viewer}")
    public Response viewerPreflight(@PathParam("viewer") String viewer) {
        return open(Response.noContent());
    }

    private static Response open(Response.ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST, DELETE, OPTIONS")
                .header("Access-Control-Allow-Headers", "content-type")
                .header("Access-Control-Expose-Headers", "Location")
                .build();
    }
}
