package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.FrontDesk;
import dev.callsheet.twin.queue.domain.Fault;
import dev.callsheet.twin.queue.domain.FaultBoard;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arms faults and takes them away; a door of the twin, not of the provider. */
@Path("/twin/faults")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FaultsResource {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final FaultBoard board;
    private final FrontDesk desk;
    private final Clock clock;

    FaultsResource(FaultBoard board, FrontDesk desk, Clock clock) {
        this.board = board;
        this.desk = desk;
        this.clock = clock;
    }

    /** The faults that wait for submits. */
    @GET
    public List<Wire.FaultView> armed() {
        return board.armed(clock.instant()).stream()
                .map(fault -> new Wire.FaultView(fault.fault().word(), fault.left(), fault.until()))
                .toList();
    }

    /** Arms a fault for a number of submits, a number of seconds, or whichever ends first. */
    @POST
    public Response arm(Wire.@Nullable FaultOrder order) {
        var fault = Optional.ofNullable(order).map(Wire.FaultOrder::fault).flatMap(Fault::named);
        if (order == null || fault.isEmpty()) {
            return Response.status(400)
                    .entity(new Wire.Problem("fault must be one of " + Fault.words()))
                    .build();
        }
        int count = Optional.ofNullable(order.count()).orElse(order.seconds() == null ? 1 : Integer.MAX_VALUE);
        board.arm(new FaultBoard.Armed(fault.get(), count, until(order.seconds())));
        return Response.ok(armed()).build();
    }

    /** Takes all faults away and lets wedged jobs go on. */
    @DELETE
    public Wire.Released clear() {
        board.clear();
        return new Wire.Released(desk.release());
    }

    private Instant until(@Nullable Long seconds) {
        return clock.instant().plus(seconds == null ? A_DAY : Duration.ofSeconds(seconds));
    }
}
