package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Sessions over REST. Another tenant's session is an unknown one. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private final SessionDesk desk;
    private final ApiKeys keys;
    private final SessionViews views;
    private final Overview overview;
    private final HouseRules rules;

    SessionResource(SessionDesk desk, HouseRules rules, ApiKeys keys, SessionViews views, Overview overview) {
        this.desk = desk;
        this.keys = keys;
        this.views = views;
        this.overview = overview;
        this.rules = rules;
    }

    /** Starts a session, or joins it if this very call was made before. 202 while it waits for a seat. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Context UriInfo address,
            byte[] body) {
        TenantId tenant = keys.tenant(apiKey, authorization);
        var wish = SessionWish.read(body, rules.limits());
        Session session = wish.offered() != null
                ? desk.startOffered(wish.offered(), tenant)
                : desk.start(wish.order().of(id(tenant, idempotencyKey), tenant), wish.fingerprint());
        int status = session instanceof Session.Waiting ? 202 : 201;
        return Response.status(status)
                .location(address.getAbsolutePathBuilder()
                        .path(session.order().sessionId().toString())
                        .build())
                .entity(views.joined(session, address.getBaseUri()))
                .build();
    }

    /** The newest first; a tenant's own, for operators those of all. */
    @GET
    public Overview.Sessions list(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit) {
        return overview.of(keys.sight(apiKey, authorization), state, limit);
    }

    @GET
    @Path("/{id}")
    public SessionView show(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        return views.shown(desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization)));
    }

    /** Stops the meter. 200 once it is settled, 202 while the provider does not let go; may be repeated. */
    @DELETE
    @Path("/{id}")
    public Response end(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        var owned = desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization));
        var session = desk.end(owned.order().sessionId(), EndReason.USER_CLOSED);
        int status = session instanceof Session.Closed ? 200 : 202;
        return Response.status(status).entity(views.shown(session)).build();
    }

    private static SessionId id(TenantId tenant, @Nullable String idempotencyKey) {
        if (idempotencyKey == null || idempotencyKey.isBlank() || idempotencyKey.length() > 255) {
            throw new Refused(Problem.of(
                    400,
                    "idempotency.key",
                    "An Idempotency-Key is needed",
                    "Send a header Idempotency-Key of 1 to 255 characters: the same key never starts two sessions."));
        }
        return SessionId.of(RequestId.ofKey(tenant, idempotencyKey));
    }
}
