package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.BatchBody;
import dev.callsheet.requestapi.domain.BatchRow;
import dev.callsheet.requestapi.outbound.Batches;
import dev.callsheet.requestapi.outbound.Tallies;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Takes catalogues by REST: JSON, JSON lines or comma separated values. */
@Path(Entrance.BATCHES)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class BatchIntakeResource {
    private static final int MOST_REFUSED = 100;

    private final BatchDesk desk;
    private final Batches batches;
    private final Tallies tallies;
    private final LargeWork largeWork;

    BatchIntakeResource(BatchDesk desk, Batches batches, Tallies tallies, LargeWork largeWork) {
        this.desk = desk;
        this.batches = batches;
        this.tallies = tallies;
        this.largeWork = largeWork;
    }

    /** A refused row. The first of them are told at once; the results have all. */
    record Refused(int row, @Nullable String name, List<Violation> errors) {}

    /** The answer to a catalogue that is on the log. */
    record Taken(BatchViews.BatchView batch, List<Refused> refused) {}

    /** Takes a batch; 202 once the broker has every accepted row. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson", "application/jsonl"})
    public CompletionStage<Response> submit(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("title") @Nullable String title,
            @QueryParam("campaign") @Nullable String campaign,
            @Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        byte[] bytes = Gate.body(call);
        return largeWork.then(() -> {
            BatchBody body = desk.read(form(contentType), bytes).with(title, campaign);
            Batch batch = desk.submit(holder, key, body);
            byte[] shown = PlanDesk.written(taken(batch));
            return CompletableFuture.completedFuture(Response.accepted(shown)
                    .header(HttpHeaders.LOCATION, Entrance.BATCHES + "/" + batch.id())
                    .build());
        });
    }

    private Taken taken(Batch batch) {
        var tally = tallies.of(List.of(batch.id())).get(batch.id());
        Map<String, Integer> reasons = tallies.reasons(batch.id());
        List<Refused> refused = batches.refused(batch.id(), MOST_REFUSED).stream()
                .map(BatchIntakeResource::refused)
                .toList();
        return new Taken(BatchViews.of(batch, tally, reasons, Instant.now()), refused);
    }

    private static Refused refused(BatchRow row) {
        return new Refused(row.number(), row.name(), row.errors());
    }

    static BatchBody.Form form(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/csv")
                ? BatchBody.Form.TABLE
                : type.contains("ndjson") || type.contains("jsonl") ? BatchBody.Form.LINES : BatchBody.Form.JSON;
    }
}
