package dev.callsheet.twin.queue.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callsheet.twin.queue.FrontDesk;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.domain.Fault;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submit, read, list and cancel. */
@Path(RequestsResource.BASE + "/requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RequestsResource {

    /** Where the queue lives. */
    static final String BASE = "/api/v1/ie/requestqueue/apikey";

    /** Organisation of an account that names none. */
    static final String DEFAULT_ORG = "7f1d5c3e-0b8a-5e53-9a52-2f6f1a0c7e11";

    private final FrontDesk desk;
    private final Jobs jobs;
    private final Links links;

    RequestsResource(FrontDesk desk, Jobs jobs, Links links) {
        this.desk = desk;
        this.jobs = jobs;
        this.links = links;
    }

    /** Submits a job. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            Wire.@Nullable Submit submit,
            @HeaderParam("X-Organization-ID") @Nullable String org,
            @Context HttpServerRequest connection) {
        var model = submit == null || submit.model() == null ? "" : submit.model();
        var payload =
                submit == null || submit.payload() == null ? JsonNodeFactory.instance.objectNode() : submit.payload();
        return switch (desk.submit(org == null ? DEFAULT_ORG : org, model, payload)) {
            case FrontDesk.Answer.Refused(var refusal) -> refused(refusal);
            case FrontDesk.Answer.Accepted(var job, var fault) -> accepted(job, fault, connection);
        };
    }

    /** Reads a job. */
    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id, @Context UriInfo at) {
        return jobs.find(id)
                .map(job -> Response.ok(Wire.Reading.of(job, links.outcome(at, job)))
                        .build())
                .orElseGet(() -> unknown(id));
    }

    /** Lists jobs, newest first; both names of the filter are in use. */
    @GET
    public Wire.Readings list(
            @QueryParam("model_id") @Nullable String modelId,
            @QueryParam("model") @Nullable String model,
            @Context UriInfo at) {
        var wanted = Optional.ofNullable(modelId).or(() -> Optional.ofNullable(model));
        return new Wire.Readings(jobs.all().reversed().stream()
                .filter(job -> wanted.map(job.model()::equals).orElse(true))
                .map(job -> Wire.Reading.of(job, links.outcome(at, job)))
                .toList());
    }

    /** Asks to give a job up; the answer's status says whether that came in time. Not in the provider's contract. */
    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id) {
        return desk.cancel(id)
                .map(job -> Response.ok(Wire.Receipt.of(job)).build())
                .orElseGet(() -> unknown(id));
    }

    private static Response accepted(Job job, Optional<Fault> fault, HttpServerRequest connection) {
        if (fault.isPresent() && fault.get() == Fault.LOST_ANSWER) {
            // Waited for: otherwise the answer below could still win the race.
            connection
                    .connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        return Response.ok(Wire.Receipt.of(job)).build();
    }

    private static Response refused(Refusal refusal) {
        var answer = Response.status(refusal.status()).entity(new Wire.Problem(refusal.error()));
        refusal.retryAfter().ifPresent(pause -> answer.header("Retry-After", pause.toSeconds()));
        return answer.build();
    }

    private static Response unknown(String id) {
        return Response.status(404)
                .entity(new Wire.Problem("request " + id + " does not exist"))
                .build();
    }
}
