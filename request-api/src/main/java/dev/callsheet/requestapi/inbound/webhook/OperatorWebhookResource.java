package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.corridor.keys.Scope;
import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.domain.webhook.WebhookState;
import dev.callsheet.requestapi.inbound.Gate;
import dev.callsheet.requestapi.inbound.RequestResource;
import dev.callsheet.requestapi.outbound.webhook.Webhooks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All tenants' endpoints, for operators: to see who does not hear us, and to send again. */
@Path(OperatorWebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OperatorWebhookResource {
    static final String PATH = "/v1/operators/webhooks";

    private final Webhooks webhooks;
    private final DeliveryDesk desk;
    private final Clock clock;

    OperatorWebhookResource(Webhooks webhooks, DeliveryDesk desk, Clock clock) {
        this.webhooks = webhooks;
        this.desk = desk;
        this.clock = clock;
    }

    /** Those with the latest changes first. */
    @GET
    public WebhookResource.Listing all(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @Context RoutingContext call) {
        WebhookProblems.require(Gate.holder(call), Scope.OPERATORS_READ);
        return new WebhookResource.Listing(webhooks.all(tenant, state(state), RequestResource.atMost(limit)).stream()
                .map(webhook -> WebhookViews.forOperators(webhook, clock.instant()))
                .toList());
    }

    @GET
    @Path("/{id}/deliveries")
    public DeliveryResource.Listing deliveries(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @Context RoutingContext call) {
        WebhookProblems.require(Gate.holder(call), Scope.OPERATORS_READ);
        return DeliveryResource.listing(desk, webhook(id), state, before, limit);
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/redeliver")
    public Response redeliver(
            @PathParam("id") String id, @PathParam("delivery") String delivery, @Context RoutingContext call) {
        WebhookProblems.require(Gate.holder(call), Scope.OPERATORS_WRITE);
        return Response.accepted(WebhookViews.of(desk.redeliver(webhook(id), WebhookDesk.id(delivery))))
                .build();
    }

    @POST
    @Path("/{id}/redeliver")
    public Response redeliverAll(@PathParam("id") String id, byte @Nullable [] body, @Context RoutingContext call) {
        WebhookProblems.require(Gate.holder(call), Scope.OPERATORS_WRITE);
        return Response.accepted(new WebhookViews.Redelivery(desk.redeliver(webhook(id), body)))
                .build();
    }

    private Webhook webhook(String id) {
        return webhooks.find(WebhookDesk.id(id)).orElseThrow(WebhookProblems::unknown);
    }

    private static @Nullable WebhookState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return WebhookState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw WebhookProblems.query("state", text, Arrays.toString(WebhookState.values()));
        }
    }
}
