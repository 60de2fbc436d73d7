package dev.callsheet.render.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.render.Reconciler;
import dev.callsheet.render.outbound.ReconciliationBooks;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Our books against the provider's list. */
@Path("/v1/reconciliations")
@Blocking
public class ReconciliationsResource {
    private final Reconciler reconciler;
    private final ReconciliationBooks books;

    ReconciliationsResource(Reconciler reconciler, ReconciliationBooks books) {
        this.reconciler = reconciler;
        this.books = books;
    }

    /** Compares now. */
    @POST
    public Response run() {
        return OperatorAnswers.of(() -> reconciler
                .run()
                .orElseThrow(() -> new OperatorAnswers.Wrong(Problem.of(
                        409,
                        "reconciliation.running",
                        "A reconciliation is running",
                        "Another worker is at it; read its report at /v1/reconciliations/latest."))));
    }

    /** The last report. */
    @GET
    @Path("/latest")
    public Response latest() {
        return OperatorAnswers.of(() -> books.latest()
                .map(report -> Json.read(report.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new OperatorAnswers.Wrong(Problem.of(
                        404,
                        "reconciliation.none",
                        "No reconciliation yet",
                        "The first one has not ended; POST /v1/reconciliations runs one now."))));
    }
}
