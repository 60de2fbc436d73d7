package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.Orders;
import dev.callsheet.twin.queue.domain.Telling;
import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.ListFault;
import dev.callsheet.twin.queue.domain.fault.ReadFault;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Read and list. */
@Path(RequestsResource.BASE + "/requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RequestsResource {

    /** Where the queue lives. */
    static final String BASE = "/api/v1/ie/requestqueue/apikey";

    /** Organisation of an account that names none. */
    static final String DEFAULT_ORG = "7f1d5c3e-0b8a-5e53-9a52-2f6f1a0c7e11";

    private final Jobs jobs;
    private final Readings readings;
    private final FaultBoard faults;
    private final int page;
    private final Clock clock;

    RequestsResource(Jobs jobs, Readings readings, FaultBoard faults, TwinSettings settings, Clock clock) {
        this.jobs = jobs;
        this.readings = readings;
        this.faults = faults;
        this.page = settings.gmi().listPage() == 0
                ? Integer.MAX_VALUE
                : settings.gmi().listPage();
        this.clock = clock;
    }

    /** Reads a job. */
    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id, @Context UriInfo at, @Context HttpServerRequest connection) {
        var found = jobs.find(id);
        var call = found.map(job -> new Call(Door.READ, job.model(), Orders.prompt(job.payload()), id))
                .orElseGet(() -> Call.at(Door.READ, ""));
        Supplier<Response> honest = () -> found.filter(job -> !Telling.hides(job, clock.instant()))
                .map(job -> Response.ok(readings.read(job, at)).build())
                .orElseGet(() -> Problems.unknown(id));
        var hit = faults.strike(call, clock.instant()).first(ReadFault.class);
        return hit.isEmpty() ? honest.get() : struck(hit.get(), honest, connection);
    }

    /** Lists jobs, newest first; both names of the filter are in use. */
    @GET
    public Response list(
            @QueryParam("model_id") @Nullable String modelId,
            @QueryParam("model") @Nullable String model,
            @Context UriInfo at,
            @Context HttpServerRequest connection) {
        var wanted = Optional.ofNullable(modelId)
                .or(() -> Optional.ofNullable(model))
                .orElse("");
        var hit = faults.strike(Call.at(Door.LIST, wanted), clock.instant()).first(ListFault.class);
        if (hit.isEmpty()) {
            return listed(wanted, page, at);
        }
        return switch (hit.get().fault()) {
            case LIST_FAILED -> Problems.of(500, "Internal server error");
            case LIST_CUT -> {
                Connections.cut(connection);
                yield listed(wanted, 0, at);
            }
            case LIST_SHORT -> listed(wanted, Math.min(page, hit.get().blow().amount()), at);
        };
    }

    private static Response struck(Blows.Hit<ReadFault> hit, Supplier<Response> honest, HttpServerRequest connection) {
        return switch (hit.fault()) {
            case READ_FAILED -> Problems.of(500, "Internal server error");
            case READ_UNAVAILABLE -> Problems.of(503, "Service temporarily unavailable");
            case READ_CUT -> {
                Connections.cut(connection);
                yield honest.get();
            }
            case READ_DELAYED -> {
                Connections.hold(hit.blow().lasts());
                yield honest.get();
            }
        };
    }

    private Response listed(String model, int most, UriInfo at) {
        var now = clock.instant();
        var shown = jobs.newest(model, most, job -> Telling.listed(job, now));
        return Response.ok(new Wire.Readings(
                        shown.stream().map(job -> readings.list(job, at)).toList()))
                .build();
    }
}
