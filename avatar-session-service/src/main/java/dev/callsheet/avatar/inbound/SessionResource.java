package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.avatar.live.SessionTerms;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions over REST. Another tenant's session is an unknown one. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private final SessionDesk desk;
    private final SessionStore store;
    private final SessionTerms terms;
    private final ApiKeys keys;
    private final SessionViews views;

    SessionResource(SessionDesk desk, SessionStore store, SessionTerms terms, ApiKeys keys, SessionViews views) {
        this.desk = desk;
        this.store = store;
        this.terms = terms;
        this.keys = keys;
        this.views = views;
    }

    /** Starts a session, or joins it if this very call was made before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Context UriInfo address,
            byte[] body) {
        TenantId tenant = keys.tenant(apiKey, authorization);
        var wish = SessionWish.read(body, terms.maxLength());
        Session session = wish.offered() != null
                ? desk.startOffered(wish.offered(), tenant)
                : desk.start(order(wish, tenant, idempotencyKey), wish.fingerprint());
        return Response.status(201)
                .location(address.getAbsolutePathBuilder()
                        .path(session.order().sessionId().toString())
                        .build())
                .entity(views.joined(session, address.getBaseUri()))
                .build();
    }

    @GET
    @Path("/{id}")
    public SessionViews.Shown show(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        var session = desk.owned(id(id), keys.tenant(apiKey, authorization));
        return views.shown(session, store.turns(session.order().sessionId()));
    }

    /** The client's sign of life, if it holds no WebSocket. */
    @POST
    @Path("/{id}/keep-alive")
    public SessionViews.Shown keepAlive(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        TenantId tenant = keys.tenant(apiKey, authorization);
        var session = desk.owned(id(id), tenant);
        if (!desk.renew(session.order().sessionId())) {
            throw new Refused(Problem.of(
                    409,
                    "session.not_live",
                    "The session is not live",
                    "A session that is over cannot be kept alive."));
        }
        return show(apiKey, authorization, id);
    }

    /** Stops the meter. 200 once it is settled, 202 while the provider does not let go; may be repeated. */
    @DELETE
    @Path("/{id}")
    public Response end(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        var owned = desk.owned(id(id), keys.tenant(apiKey, authorization));
        var session = desk.end(owned.order().sessionId(), EndReason.USER_CLOSED);
        int status = session instanceof Session.Ended ? 200 : 202;
        return Response.status(status)
                .entity(views.shown(session, store.turns(session.order().sessionId())))
                .build();
    }

    private SessionOrder order(SessionWish wish, TenantId tenant, @Nullable String idempotencyKey) {
        if (idempotencyKey == null || idempotencyKey.isBlank() || idempotencyKey.length() > 255) {
            throw new Refused(Problem.of(
                    400,
                    "idempotency.key",
                    "An Idempotency-Key is needed",
                    "Send a header Idempotency-Key of 1 to 255 characters: the same key never starts two sessions."));
        }
        return new SessionOrder(
                SessionId.of(RequestId.ofKey(tenant, idempotencyKey)),
                tenant,
                null,
                wish.avatarId(),
                wish.persona(),
                wish.language(),
                wish.maxLength(),
                wish.sandbox());
    }

    private static SessionId id(String text) {
        try {
            return new SessionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refused.unknownSession();
        }
    }
}
