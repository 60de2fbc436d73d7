package dev.callsheet.render.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.render.outbound.Reports;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the tables say, for operators. */
@Path("/v1")
@Blocking
public class OperatorResource {
    private final Reports reports;

    OperatorResource(Reports reports) {
        this.reports = reports;
    }

    /** The ledger of one request with its sums. */
    @GET
    @Path("/ledger")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ledger(@QueryParam("requestId") @Nullable String requestId) {
        return answer(requestId, reports::account);
    }

    /** The takes of one request with all their changes. */
    @GET
    @Path("/takes/{requestId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response takes(@PathParam("requestId") String requestId) {
        return answer(requestId, reports::takes);
    }

    @FunctionalInterface
    private interface Report {
        Object of(RequestId id) throws SQLException;
    }

    private static Response answer(@Nullable String requestId, Report report) {
        try {
            return Response.ok(Json.write(report.of(RequestId.parse(requestId == null ? "" : requestId))))
                    .build();
        } catch (IllegalArgumentException e) {
            return problem(Problem.of(
                    400, "request.id", "Not a request id", "requestId: found '" + requestId + "'; expected a UUID"));
        } catch (SQLException e) {
            return problem(Problem.of(503, "store.away", "Try again later", "the tables cannot be read at the moment"));
        }
    }

    private static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Json.write(problem))
                .build();
    }
}
