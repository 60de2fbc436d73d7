package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.keys.KeyHolder;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Takes requests by REST, on the event loop: nothing here may block. */
@Path(Entrance.REQUESTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
public class IntakeResource {
    /** Beyond this a body is read on a thread of its own, in bytes. */
    private static final int LARGE = 64 * 1024;

    private final Intake intake;
    private final LargeWork largeWork;

    IntakeResource(Intake intake, LargeWork largeWork) {
        this.intake = intake;
        this.largeWork = largeWork;
    }

    /** The answer to a request that is on the log. */
    record Accepted(String id, String state, RequestView.Links links, List<Violation> warnings) {}

    /** Takes a request; 202 once the broker has it. */
    @POST
    public CompletionStage<Response> submit(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        byte[] body = Gate.body(call);
        CompletableFuture<Intake.Taken> taken = body.length <= LARGE
                ? intake.take(holder, key, body)
                : largeWork.then(() -> intake.take(holder, key, body));
        return taken.thenApply(IntakeResource::accepted);
    }

    private static Response accepted(Intake.Taken taken) {
        RequestView.Links links = RequestView.Links.of(taken.requestId(), false);
        return Response.accepted(new Accepted(taken.requestId().toString(), "accepted", links, taken.warnings()))
                // Not location(): that asks for the call's base address, which is not known on the producer's thread.
                .header(HttpHeaders.LOCATION, links.self())
                .build();
    }
}
