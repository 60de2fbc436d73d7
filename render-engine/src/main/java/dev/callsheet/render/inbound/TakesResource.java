package dev.callsheet.render.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.outbound.OpenTakes;
import dev.callsheet.render.outbound.Reports;
import dev.callsheet.render.outbound.Verification;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes with their stories, for operators. */
@Path("/v1/takes")
@Blocking
public class TakesResource {
    private static final int MOST = 1000;
    private static final Set<String> STATES =
            Arrays.stream(TakeState.Word.values()).map(TakeState.Word::text).collect(Collectors.toSet());

    private final Reports reports;
    private final OpenTakes open;
    private final Verification verification;

    TakesResource(Reports reports, OpenTakes open, Verification verification) {
        this.reports = reports;
        this.open = open;
        this.verification = verification;
    }

    /** Takes in some states, those longest in it first; without a word the unsure and the wedged. */
    @GET
    public Response list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("model") @Nullable String model,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("limit") @Nullable Integer limit) {
        return OperatorAnswers.of(() -> open.list(states(state), model, tenant, OperatorAnswers.limit(limit, MOST)));
    }

    /** The takes of one request with all their changes. */
    @GET
    @Path("/{requestId}")
    public Response takes(@PathParam("requestId") String requestId) {
        return OperatorAnswers.of(() -> reports.takes(OperatorAnswers.requestId(requestId)));
    }

    /** The stored clips of a request, or of the one take of that id, held against tables and manifests. */
    @GET
    @Path("/{requestId}/verification")
    public Response verify(@PathParam("requestId") String requestId) {
        return OperatorAnswers.of(
                () -> verification.verify(OperatorAnswers.requestId(requestId).value()));
    }

    private static List<String> states(@Nullable String wanted) {
        List<String> states = List.of((wanted == null ? "unsure,wedged" : wanted).split(","));
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw new OperatorAnswers.Wrong(Problem.of(
                        400,
                        "operator.invalid",
                        "The question is not understood",
                        "state: found '" + state + "'; allowed are "
                                + STATES.stream().sorted().toList()));
            }
        }
        return states;
    }
}
