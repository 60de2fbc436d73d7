package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.inbound.Caller;
import dev.callsheet.requestapi.inbound.Gate;
import dev.callsheet.requestapi.inbound.IdempotencyKey;
import dev.callsheet.requestapi.inbound.RequestResource;
import dev.callsheet.requestapi.outbound.webhook.Webhooks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant's endpoints. Another tenant's is an unknown one. */
@Path(WebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WebhookResource {
    static final String PATH = "/v1/webhooks";

    private final Caller caller;
    private final WebhookDesk desk;
    private final Clock clock;

    WebhookResource(Caller caller, WebhookDesk desk, Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.clock = clock;
    }

    /** The newest first. */
    record Listing(List<WebhookViews.WebhookView> webhooks) {}

    /** 201 with what its deliveries are signed with; a repeat is 200 without. */
    @POST
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Context RoutingContext call) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        TenantId tenant = Gate.holder(call).tenant();
        Webhooks.Registered.Entered entered = desk.register(tenant, key, Gate.body(call));
        WebhookViews.WebhookView view = WebhookViews.of(entered.webhook(), entered.key(), clock.instant());
        return Response.status(entered.key() == null ? Response.Status.OK : Response.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, view.links().self())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    public Listing all(@QueryParam("limit") @DefaultValue("100") String limit) {
        return new Listing(desk.all(caller.tenant(), RequestResource.atMost(limit)).stream()
                .map(this::view)
                .toList());
    }

    @GET
    @Path("/{id}")
    public WebhookViews.WebhookView show(@PathParam("id") String id) {
        return view(desk.find(caller.tenant(), WebhookDesk.id(id)));
    }

    /** Another address, description, choice of types, or state. */
    @PATCH
    @Path("/{id}")
    public WebhookViews.WebhookView change(@PathParam("id") String id, @Context RoutingContext call) {
        return view(desk.change(Gate.holder(call).tenant(), WebhookDesk.id(id), Gate.body(call)));
    }

    /** With all its deliveries. */
    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id) {
        desk.delete(caller.tenant(), WebhookDesk.id(id));
        return Response.noContent().build();
    }

    /** A new key; for a while both sign. */
    @POST
    @Path("/{id}/rotate")
    public Response rotate(@PathParam("id") String id, byte @Nullable [] body) {
        Webhooks.Rotated rotated = desk.rotate(caller.tenant(), WebhookDesk.id(id), body);
        return Response.ok(WebhookViews.of(rotated.webhook(), rotated.key(), clock.instant()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private WebhookViews.WebhookView view(Webhook webhook) {
        return WebhookViews.of(webhook, clock.instant());
    }
}
