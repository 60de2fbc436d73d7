package dev.callsheet.requestapi.inbound.webhook;

import dev.callsheet.requestapi.domain.webhook.Webhook;
import dev.callsheet.requestapi.inbound.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what is sent again. */
@Path(WebhookResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeliveryResource {
    private final Caller caller;
    private final WebhookDesk webhooks;
    private final DeliveryDesk desk;

    DeliveryResource(Caller caller, WebhookDesk webhooks, DeliveryDesk desk) {
        this.caller = caller;
        this.webhooks = webhooks;
        this.desk = desk;
    }

    /** The newest first. */
    record Listing(List<WebhookViews.DeliveryView> deliveries) {}

    static Listing listing(
            DeliveryDesk desk, Webhook webhook, @Nullable String state, @Nullable String before, String limit) {
        return new Listing(desk.list(webhook, state, before, limit).stream()
                .map(WebhookViews::of)
                .toList());
    }

    @GET
    @Path("/deliveries")
    public Listing list(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return listing(desk, webhook(id), state, before, limit);
    }

    @GET
    @Path("/deliveries/{delivery}")
    public WebhookViews.DeliveryView show(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return WebhookViews.of(desk.find(webhook(id), WebhookDesk.id(delivery)));
    }

    /** A delivery of the type webhook.test; 202 once it is on its way. */
    @POST
    @Path("/test")
    public Response test(@PathParam("id") String id) {
        return Response.accepted(WebhookViews.of(desk.test(webhook(id)))).build();
    }

    /** One once more, delivered or not; 202 once it is on its way. */
    @POST
    @Path("/deliveries/{delivery}/redeliver")
    public Response redeliver(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return Response.accepted(WebhookViews.of(desk.redeliver(webhook(id), WebhookDesk.id(delivery))))
                .build();
    }

    /** All since a time that were given up or held; 202 once they are on their way. */
    @POST
    @Path("/redeliver")
    public Response redeliverAll(@PathParam("id") String id, byte @Nullable [] body) {
        return Response.accepted(new WebhookViews.Redelivery(desk.redeliver(webhook(id), body)))
                .build();
    }

    private Webhook webhook(String id) {
        return webhooks.find(caller.tenant(), WebhookDesk.id(id));
    }
}
