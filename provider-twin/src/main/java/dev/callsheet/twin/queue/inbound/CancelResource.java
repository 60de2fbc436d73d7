package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.FrontDesk;
import dev.callsheet.twin.queue.Jobs;
import dev.callsheet.twin.queue.Orders;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.queue.domain.Telling;
import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.CancelFault;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Cancel. Not in the provider's contract. */
@Path(RequestsResource.BASE + "/requests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CancelResource {

    private final FrontDesk desk;
    private final Jobs jobs;
    private final FaultBoard faults;
    private final Clock clock;

    CancelResource(FrontDesk desk, Jobs jobs, FaultBoard faults, Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.faults = faults;
        this.clock = clock;
    }

    /** Asks to give a job up; the answer's status says whether that came in time. */
    @DELETE
    public Response cancel(@PathParam("id") String id) {
        var found = jobs.find(id).filter(job -> !Telling.hides(job, clock.instant()));
        if (found.isEmpty()) {
            return Problems.unknown(id);
        }
        var call = new Call(
                Door.CANCEL, found.get().model(), Orders.prompt(found.get().payload()), id);
        var fault =
                faults.strike(call, clock.instant()).first(CancelFault.class).map(Blows.Hit::fault);
        return fault.isEmpty() ? cancelled(id, false) : struck(fault.get(), found.get());
    }

    private Response struck(CancelFault fault, Job job) {
        return switch (fault) {
            case CANCEL_REFUSED -> Problems.of(405, "Method Not Allowed");
            case CANCEL_IGNORED -> Response.ok(Wire.Receipt.of(job)).build();
            case CANCEL_WHILE_PROCESSING -> cancelled(job.id(), true);
        };
    }

    private Response cancelled(String id, boolean always) {
        return desk.cancel(id, always)
                .map(job -> Response.ok(Wire.Receipt.of(job)).build())
                .orElseGet(() -> Problems.unknown(id));
    }
}
