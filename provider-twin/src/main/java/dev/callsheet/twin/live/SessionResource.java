package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The session calls of the live avatar product, LITE mode. */
@Path("/v1/sessions")
@Blocking
public class SessionResource {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final SessionViews views;
    private final LiveSettings settings;
    private final ObjectMapper json;

    SessionResource(Sessions sessions, SessionViews views, LiveSettings settings, ObjectMapper json) {
        this.sessions = sessions;
        this.views = views;
        this.settings = settings;
        this.json = json;
    }

    @POST
    @Path("/token")
    public Envelope token(@HeaderParam("X-API-KEY") @Nullable String key, @Nullable String body) {
        accountOnly(key);
        var session = sessions.issue(TokenOrder.read(body == null ? "" : body, json, settings));
        return Envelope.ok(Map.of("session_id", session.id(), "session_token", session.token()));
    }

    @POST
    @Path("/start")
    public Response start(@HeaderParam("Authorization") @Nullable String bearer, @Context UriInfo address) {
        var session = sessions.start(token(bearer));
        return Response.status(201)
                .entity(Envelope.ok(views.started(session, address.getBaseUri())))
                .build();
    }

    @POST
    @Path("/keep-alive")
    public Envelope keepAlive(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @HeaderParam("Authorization") @Nullable String bearer,
            @Nullable String body) {
        var session = named(key, bearer, body);
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
            @Nullable String body) {
        sessions.end(named(key, bearer, body).id(), EndReason.USER_CLOSED);
        return Envelope.ok(null);
    }

    @GET
    public Envelope list(
            @HeaderParam("X-API-KEY") @Nullable String key,
            @QueryParam("type") @DefaultValue("active") String type,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("page_size") @DefaultValue("20") int size) {
        accountOnly(key);
        return Envelope.ok(views.list(sessions.all(), type, page, size));
    }

    @GET
    @Path("/{id}")
    public Envelope detail(@HeaderParam("X-API-KEY") @Nullable String key, @PathParam("id") String id) {
        accountOnly(key);
        return Envelope.ok(views.detail(sessions.find(id).orElseThrow(Refused::unknownSession)));
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

    private LiveSession named(@Nullable String key, @Nullable String bearer, @Nullable String body) {
        if (key == null) {
            return sessions.ofToken(token(bearer)).orElseThrow(Refused::credentials);
        }
        accountOnly(key);
        String id = sessionId(body);
        if (id.isEmpty()) {
            throw Refused.field("missing", "session_id", "Field required");
        }
        return sessions.find(id).orElseThrow(Refused::unknownSession);
    }

    private String sessionId(@Nullable String body) {
        try {
            return body == null || body.isBlank()
                    ? ""
                    : json.readTree(body).path("session_id").asText("");
        } catch (JsonProcessingException e) {
            throw Refused.field("json_invalid", "0", "JSON decode error");
        }
    }

    private void accountOnly(@Nullable String key) {
        if (!settings.key().equals(key)) {
            throw Refused.credentials();
        }
    }

    private static String token(@Nullable String bearer) {
        if (bearer == null || !bearer.startsWith(BEARER)) {
            throw Refused.credentials();
        }
        return bearer.substring(BEARER.length()).trim();
    }
}
