package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.SessionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What a tenant does to a session that runs. Each may be repeated. */
@Path("/v1/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CourseResource {
    private final SessionDesk desk;
    private final Conversations conversations;
    private final ApiKeys keys;
    private final SessionViews views;

    CourseResource(SessionDesk desk, Conversations conversations, ApiKeys keys, SessionViews views) {
        this.desk = desk;
        this.conversations = conversations;
        this.keys = keys;
        this.views = views;
    }

    /** The client's sign of life, if it holds no WebSocket. */
    @POST
    @Path("/keep-alive")
    public SessionView keepAlive(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        var session = owned(apiKey, authorization, id);
        if (!desk.renew(session)) {
            throw Refused.notLive();
        }
        return show(apiKey, authorization, id);
    }

    /** The meter is to stand. */
    @POST
    @Path("/pause")
    public SessionView pause(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        return views.shown(desk.pause(owned(apiKey, authorization, id), null, null));
    }

    /** A paused session is to run again. */
    @POST
    @Path("/resume")
    public SessionView resume(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        return views.shown(desk.resume(owned(apiKey, authorization, id)));
    }

    /** Silence, now. */
    @POST
    @Path("/interrupt")
    public SessionView interrupt(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        if (!conversations.interrupt(owned(apiKey, authorization, id))) {
            throw Refused.notLive();
        }
        return show(apiKey, authorization, id);
    }

    private SessionView show(@Nullable String apiKey, @Nullable String authorization, String id) {
        return views.shown(desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization)));
    }

    private SessionId owned(@Nullable String apiKey, @Nullable String authorization, String id) {
        return desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization))
                .order()
                .sessionId();
    }
}
