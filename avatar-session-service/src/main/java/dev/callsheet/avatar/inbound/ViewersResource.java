package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.live.SessionDesk;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Passes for more viewers: for a partner's page, which must not hold a key. */
@Path("/v1/sessions/{id}/viewers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ViewersResource {
    private static final long USUAL = 900;
    private static final int LEAST = 30;
    private static final int MOST = 86_400;
    private static final int LONGEST_ORIGIN = 200;

    private final SessionDesk desk;
    private final ApiKeys keys;
    private final SessionViews views;

    ViewersResource(SessionDesk desk, ApiKeys keys, SessionViews views) {
        this.desk = desk;
        this.keys = keys;
        this.views = views;
    }

    /** Lets one more viewer in for a while. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response add(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id,
            @Context UriInfo address,
            byte @Nullable [] body) {
        var session = desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization));
        if (session instanceof Session.Closing || session instanceof Session.Closed) {
            throw Refused.over();
        }
        var fields = Fields.ofOptional(body);
        Long seconds = fields.whole("ttlSeconds", LEAST, MOST);
        String origin = fields.text("origin", LONGEST_ORIGIN);
        if (origin != null && !origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            fields.refuse("origin", origin, "scheme, host and port only, as https://shop.example");
        }
        fields.check();
        var life = Duration.ofSeconds(seconds == null ? USUAL : seconds);
        return Response.status(201)
                .entity(views.pass(session.order().sessionId(), address.getBaseUri(), life, origin))
                .build();
    }
}
