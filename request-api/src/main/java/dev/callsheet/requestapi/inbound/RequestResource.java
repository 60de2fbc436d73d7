package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.outbound.RequestStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests over REST. Another tenant's request is an unknown one. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RequestResource {
    private static final int MOST = 200;

    private final Caller caller;
    private final Intake intake;
    private final Desk desk;
    private final RequestStore store;

    RequestResource(Caller caller, Intake intake, Desk desk, RequestStore store) {
        this.caller = caller;
        this.intake = intake;
        this.desk = desk;
        this.store = store;
    }

    /** The answer to a request that is on the log. */
    record Accepted(String id, String state, RequestView.Links links, List<Violation> warnings) {}

    /** The newest requests of a tenant. */
    record Listing(List<ListedRequest> requests) {}

    /** Takes a request; 202 once the broker has it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, byte @Nullable [] body) {
        Intake.Taken taken =
                intake.take(caller.tenant(), IdempotencyKey.of(idempotencyKey), body == null ? new byte[0] : body);
        RequestView.Links links = RequestView.Links.of(taken.requestId());
        return Response.accepted(new Accepted(taken.requestId().toString(), "accepted", links, taken.warnings()))
                .location(URI.create(links.self()))
                .build();
    }

    @GET
    public Listing newest(@QueryParam("limit") @DefaultValue("20") String limit) {
        return new Listing(store.newest(caller.tenant(), atMost(limit)).stream()
                .map(ListedRequest::of)
                .toList());
    }

    /** State, decision, takes, clip with a link that expires, score, history. */
    @GET
    @Path("/{id}")
    public RequestView show(@PathParam("id") String id) {
        return desk.show(caller.tenant(), id(id));
    }

    static RequestId id(String text) {
        try {
            return RequestId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknownRequest();
        }
    }

    private static int atMost(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProblemException(Problem.of(
                400, "request.limit", "Not a limit", "query limit: found '" + text + "'; allowed is 1 to " + MOST));
    }
}
