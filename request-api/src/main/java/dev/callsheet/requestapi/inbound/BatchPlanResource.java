package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.keys.KeyHolder;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The dry run of a batch: the same body, decided row by row, and nothing sent. */
@Path(Entrance.BATCH_PLAN)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class BatchPlanResource {
    private final BatchDesk desk;
    private final LargeWork largeWork;

    BatchPlanResource(BatchDesk desk, LargeWork largeWork) {
        this.desk = desk;
        this.largeWork = largeWork;
    }

    /** Decisions, totals, refused rows. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson", "application/jsonl"})
    public CompletionStage<Response> plan(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("campaign") @Nullable String campaign,
            @Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        byte[] bytes = Gate.body(call);
        return largeWork.then(() -> {
            var body = desk.read(BatchIntakeResource.form(contentType), bytes).with(null, campaign);
            byte[] shown = PlanDesk.written(PlanViews.Shown.of(desk.plan(holder, body)));
            return CompletableFuture.completedFuture(Response.ok(shown).build());
        });
    }
}
