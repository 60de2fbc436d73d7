package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.trace.FactBars;
import dev.callsheet.requestapi.domain.trace.Traces;
import dev.callsheet.requestapi.domain.trace.Waterfall;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/**
 * A request's trace, from the partner's record to the score. The trace has the request's own id, so a tenant sees what
 * was done for its own requests and nothing else.
 */
@Path(Entrance.REQUESTS + "/{id}/trace")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TraceResource {
    private final Caller caller;
    private final Desk desk;
    private final Traces traces;

    TraceResource(Caller caller, Desk desk, Traces traces) {
        this.caller = caller;
        this.desk = desk;
        this.traces = traces;
    }

    /** From the spans that the services have sent, or else from the request's history. */
    @GET
    public TraceView show(@PathParam("id") String id) {
        RequestId request = RequestResource.id(id);
        Story story = desk.known(caller.tenant(), request).story();
        String traceId = RequestTrace.of(request).traceId();
        Waterfall waterfall = Waterfall.of(traceId, Waterfall.From.SPANS, traces.find(traceId))
                .or(() -> Waterfall.of(traceId, Waterfall.From.FACTS, FactBars.of(story, Instant.now())))
                .orElseThrow();
        return TraceView.of(request, waterfall);
    }
}
