package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.keys.KeyHolder;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The dry run, and sending what it accepts: one request, a list, or {@code {"requests": [...]}}. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
public class PlanResource {
    private final PlanDesk desk;
    private final LargeWork largeWork;

    PlanResource(PlanDesk desk, LargeWork largeWork) {
        this.desk = desk;
        this.largeWork = largeWork;
    }

    /** Decisions, totals, refused rows. Nothing is published, nothing is spent. */
    @POST
    @Path(Entrance.PLAN)
    public CompletionStage<Response> plan(@Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        byte[] body = Gate.body(call);
        return largeWork.then(() -> {
            byte[] shown = PlanDesk.written(PlanViews.Shown.of(desk.plan(holder, body)));
            return CompletableFuture.completedFuture(Response.ok(shown).build());
        });
    }

    /** Sends exactly the accepted rows; 202 once the broker has them all. */
    @POST
    @Path(Entrance.SUBMIT_PLAN)
    public CompletionStage<Response> submit(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        byte[] body = Gate.body(call);
        return largeWork.then(() -> {
            byte[] shown = PlanDesk.written(desk.submit(holder, key, desk.plan(holder, body)));
            return CompletableFuture.completedFuture(Response.accepted(shown).build());
        });
    }
}
