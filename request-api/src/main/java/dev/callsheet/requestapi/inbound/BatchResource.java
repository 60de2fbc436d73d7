package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.Tally;
import dev.callsheet.requestapi.outbound.Batches;
import dev.callsheet.requestapi.outbound.Tallies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of batches. Another tenant's batch is an unknown one. */
@Path(Entrance.BATCHES)
@RunOnVirtualThread
public class BatchResource {
    private final Caller caller;
    private final BatchDesk desk;
    private final Batches batches;
    private final Tallies tallies;
    private final CancelDesk cancels;
    private final ResultWriter results;

    BatchResource(
            Caller caller, BatchDesk desk, Batches batches, Tallies tallies, CancelDesk cancels, ResultWriter results) {
        this.caller = caller;
        this.desk = desk;
        this.batches = batches;
        this.tallies = tallies;
        this.cancels = cancels;
        this.results = results;
    }

    /** The newest batches of a tenant, without their reasons. */
    record Listing(List<BatchViews.BatchView> batches) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing newest(@QueryParam("limit") @DefaultValue("20") String limit) {
        List<Batch> newest = batches.newest(caller.tenant(), RequestResource.atMost(limit));
        Map<UUID, Tally> counted = tallies.of(newest.stream().map(Batch::id).toList());
        Instant now = Instant.now();
        return new Listing(newest.stream()
                .map(batch -> BatchViews.of(batch, counted.get(batch.id()), Map.of(), now))
                .toList());
    }

    /** Counts, money, forecast, reasons. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public BatchViews.BatchView show(@PathParam("id") String id) {
        return view(caller.tenant(), BatchDesk.id(id));
    }

    /** Every row with what became of it, as far as it is known: a line each as CSV, or a list as JSON. */
    @GET
    @Path("/{id}/results")
    public Response results(@PathParam("id") String id, @QueryParam("format") @DefaultValue("json") String format) {
        TenantId tenant = caller.tenant();
        Batch batch = desk.find(tenant, BatchDesk.id(id));
        StreamingOutput rows = switch (format) {
            case "csv" -> out -> results.csv(batch, out);
            case "json" -> out -> results.json(batch, out);
            default ->
                throw new ProblemException(Problem.of(
                        400,
                        "batch.format",
                        "Not a format",
                        "query format: found '" + format + "'; allowed are csv and json"));
        };
        return Response.ok(rows, format.equals("csv") ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.id() + "." + format + "\"")
                .build();
    }

    /** Stops all of it that is still open; 202 once every wish is on the log. */
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id, @QueryParam("unstoppable") @Nullable String unstoppable) {
        Control.Unstoppable then = CancelDesk.unstoppable(unstoppable);
        Batch batch = desk.find(caller.tenant(), BatchDesk.id(id));
        return Response.accepted(cancels.batch(batch, then)).build();
    }

    private BatchViews.BatchView view(TenantId tenant, UUID id) {
        Batch batch = desk.find(tenant, id);
        return BatchViews.of(batch, tallies.of(List.of(id)).get(id), tallies.reasons(id), Instant.now());
    }
}
