package dev.callsheet.render.inbound;

import dev.callsheet.render.outbound.Reports;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Every line of money, for operators. */
@Path("/v1/ledger")
@Blocking
public class LedgerResource {
    private final Reports reports;

    LedgerResource(Reports reports) {
        this.reports = reports;
    }

    /** The ledger of one request with its sums. */
    @GET
    public Response ledger(@QueryParam("requestId") @Nullable String requestId) {
        return OperatorAnswers.of(() -> reports.account(OperatorAnswers.requestId(requestId)));
    }
}
