package dev.callsheet.twin.queue.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callsheet.twin.queue.FrontDesk;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.fault.AnswerFault;
import dev.callsheet.twin.queue.domain.fault.Blows.Hit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Submit. */
@Path(RequestsResource.BASE + "/requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SubmitResource {

    private static final long LONGEST_HOLD_MINUTES = 10;

    private final FrontDesk desk;
    private final Jobs jobs;
    private final Readings readings;

    SubmitResource(FrontDesk desk, Jobs jobs, Readings readings) {
        this.desk = desk;
        this.jobs = jobs;
        this.readings = readings;
    }

    /** Submits a job. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            Wire.@Nullable Submit submit,
            @HeaderParam("X-Organization-ID") @Nullable String org,
            @Context UriInfo at,
            @Context HttpServerRequest connection) {
        var model = submit == null || submit.model() == null ? "" : submit.model();
        var payload =
                submit == null || submit.payload() == null ? JsonNodeFactory.instance.objectNode() : submit.payload();
        return switch (desk.submit(org == null ? RequestsResource.DEFAULT_ORG : org, model, payload)) {
            case FrontDesk.Answer.Refused(var refusal) -> Problems.of(refusal);
            case FrontDesk.Answer.Unheard() -> cut(connection);
            case FrontDesk.Answer.Accepted(var job, var fault) ->
                fault.map(hit -> struck(hit, job, at, connection)).orElseGet(() -> receipt(job));
        };
    }

    private Response struck(Hit<AnswerFault> hit, Job job, UriInfo at, HttpServerRequest connection) {
        return switch (hit.fault()) {
            case LOST_ANSWER -> cut(connection);
            case DELAYED_ANSWER -> {
                Connections.hold(hit.blow().lasts());
                yield receipt(job);
            }
            case ANSWER_WITHOUT_ID -> Response.ok(Wire.Nameless.of(job)).build();
            case ANSWER_NOT_JSON -> Problems.page(200, "OK");
            case ERROR_AFTER_ACCEPT -> Problems.of(500, "Internal server error");
            case BAD_GATEWAY_AFTER_ACCEPT -> Problems.page(502, "502 Bad Gateway");
            case SYNC_ANSWER -> ended(job, at);
            case INSUFFICIENT_CREDITS, RATE_LIMITED, RATE_LIMITED_SILENTLY, UNAVAILABLE, BACKEND_ERROR, LOST_SUBMIT ->
                receipt(job);
        };
    }

    /** The end of the job, as a read would tell it. */
    private Response ended(Job job, UriInfo at) {
        var end = jobs.end(job.id())
                .completeOnTimeout(job, LONGEST_HOLD_MINUTES, TimeUnit.MINUTES)
                .join();
        return Response.ok(readings.list(end, at)).build();
    }

    private static Response cut(HttpServerRequest connection) {
        Connections.cut(connection);
        return Response.serverError().build();
    }

    private static Response receipt(Job job) {
        return Response.ok(Wire.Receipt.of(job)).build();
    }
}
