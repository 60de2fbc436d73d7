package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.LiveFault;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The session calls of the live avatar product. */
@Path("/v1/sessions")
@RunOnVirtualThread
public class SessionResource {
    private final Sessions sessions;
    private final Callers callers;
    private final SessionViews views;
    private final LiveFaults faults;
    private final ObjectMapper json;

    SessionResource(Sessions sessions, Callers callers, SessionViews views, LiveFaults faults, ObjectMapper json) {
        this.sessions = sessions;
        this.callers = callers;
        this.views = views;
        this.faults = faults;
        this.json = json;
    }

    @POST
    @Path("/token")
    public Envelope token(@HeaderParam("X-API-KEY") @Nullable String key, @Nullable String body) {
        callers.accountOnly(key);
        var session = sessions.issue(TokenReader.read(body == null ? "" : body, json));
        return Envelope.ok(Map.of("session_id", session.id(), "session_token", session.token()));
    }

    @POST
    @Path("/keep-alive")
    public Envelope keepAlive(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @HeaderParam("Authorization") @Nullable String bearer,
            @Nullable String body) {
        var session = callers.named(key, bearer, body);
        if (faults.at(Door.LIVE_KEEP_ALIVE, session).isPresent()) {
            throw Refused.failure();
        }
        if (!session.isActive()) {
            throw Refused.state("Session is not active");
        }
        sessions.keepAlive(session.id());
        return Envelope.ok(null);
    }

    @POST
    @Path("/stop")
    public Envelope stop(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @HeaderParam("Authorization") @Nullable String bearer,
            @Context HttpServerRequest request,
            @Nullable String body) {
        var session = callers.named(key, bearer, body);
        var fault = faults.at(Door.LIVE_STOP, session).map(hit -> hit.fault());
        if (fault.filter(LiveFault.STOP_REFUSED::equals).isPresent()) {
            throw Refused.failure();
        }
        if (fault.filter(LiveFault.STOP_IGNORED::equals).isEmpty()) {
            sessions.end(session.id(), EndReason.USER_CLOSED);
        }
        if (fault.filter(LiveFault.STOP_CUT::equals).isPresent()) {
            LiveFaults.cut(request);
        }
        return Envelope.ok(null);
    }

    @GET
    public Envelope list(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @QueryParam("type") @DefaultValue("active") String type,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("page_size") @DefaultValue("20") int size) {
        callers.accountOnly(key);
        healthy();
        sessions.tick();
        return Envelope.ok(views.list(sessions.all(), type, page, size));
    }

    @GET
    @Path("/{id}")
    public Envelope detail(@HeaderParam("X-API-KEY") @Nullable String key, @PathParam("id") String id) {
        callers.accountOnly(key);
        healthy();
        sessions.tick();
        return Envelope.ok(views.detail(known(id)));
    }

    @GET
    @Path("/{id}/transcript")
    public Envelope transcript(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @PathParam("id") String id,
            @QueryParam("start_timestamp") @DefaultValue("0") long start) {
        callers.accountOnly(key);
        healthy();
        return Envelope.ok(views.transcript(known(id), start));
    }

    /** The product does not know this verb here; the session goes on and so does its meter. */
    @DELETE
    @Path("/{id}")
    public Response noDelete(@PathParam("id") String id) {
        return Response.status(405)
                .header("Allow", "GET")
                .entity(Map.of("detail", "Method Not Allowed"))
                .build();
    }

    private LiveSession known(String id) {
        return sessions.find(id).orElseThrow(Refused::unknownSession);
    }

    private void healthy() {
        if (faults.atReading()) {
            throw Refused.failure();
        }
    }
}
