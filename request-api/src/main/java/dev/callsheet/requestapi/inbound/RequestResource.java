package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.requestapi.outbound.RequestStore;
import dev.callsheet.requestapi.outbound.Summary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of requests. Another tenant's request is an unknown one. */
@Path(Entrance.REQUESTS)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RequestResource {
    private static final int MOST = 200;

    private final Caller caller;
    private final Desk desk;
    private final RequestStore store;
    private final CancelDesk cancels;

    RequestResource(Caller caller, Desk desk, RequestStore store, CancelDesk cancels) {
        this.caller = caller;
        this.desk = desk;
        this.store = store;
        this.cancels = cancels;
    }

    /** The newest requests of a tenant. @param next what to ask for as {@code before}; absent at the end */
    record Listing(List<ListedRequest> requests, @Nullable String next) {}

    @GET
    public Listing newest(
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("state") @Nullable String states,
            @QueryParam("route") @Nullable String route,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("before") @Nullable String before) {
        int most = atMost(limit);
        List<Summary> found = store.newest(caller.tenant(), ListQuery.of(states, route, campaign, before), most + 1);
        List<ListedRequest> shown =
                found.stream().limit(most).map(ListedRequest::of).toList();
        return new Listing(shown, found.size() > most ? shown.getLast().id() : null);
    }

    /** State, decision, takes, clip with a link that expires, score, history. */
    @GET
    @Path("/{id}")
    public RequestView show(@PathParam("id") String id) {
        return desk.show(caller.tenant(), id(id));
    }

    /** Stops it as early as money allows, with its children if it has some; 202 once the wish is on the log. */
    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id, @QueryParam("unstoppable") @Nullable String unstoppable) {
        Control.Unstoppable then = CancelDesk.unstoppable(unstoppable);
        return Response.accepted(cancels.request(caller.tenant(), id(id), then)).build();
    }

    static RequestId id(String text) {
        try {
            return RequestId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknownRequest();
        }
    }

    /** @throws ProblemException for what is no number from 1 to 200 */
    public static int atMost(String text) {
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
