package dev.callsheet.render.inbound;

import dev.callsheet.render.outbound.Costs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What was spent by whom, for operators. */
@Path("/v1/costs")
@Blocking
public class CostsResource {
    private final Costs costs;

    CostsResource(Costs costs) {
        this.costs = costs;
    }

    /** Sums of the ledger for each tenant and campaign. @param to not included */
    @GET
    public Response costs(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return OperatorAnswers.of(() -> costs.answer(new Costs.Question(
                tenant, campaign, OperatorAnswers.time("from", from), OperatorAnswers.time("to", to))));
    }
}
