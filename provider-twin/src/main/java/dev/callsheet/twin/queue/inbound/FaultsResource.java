package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.FrontDesk;
import dev.callsheet.twin.queue.domain.fault.BadScript;
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.Fault;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.Length;
import dev.callsheet.twin.queue.domain.fault.Traits;
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

    /** The faults that wait for calls. */
    @GET
    public List<FaultWire.Armed> armed() {
        return board.armed(clock.instant()).stream()
                .map(next -> new FaultWire.Armed(
                        next.blow().fault().word(), next.blow().fault().door().word(), next.left(), next.until()))
                .toList();
    }

    /** Arms a fault for a number of calls, a number of seconds, or whichever ends first. */
    @POST
    public Response arm(FaultWire.@Nullable Order order) {
        var fault = Optional.ofNullable(order).map(FaultWire.Order::fault).flatMap(Fault::named);
        if (order == null || fault.isEmpty()) {
            return Problems.of(400, "fault must be one of " + Fault.words());
        }
        int count = Optional.ofNullable(order.count()).orElse(order.seconds() == null ? 1 : Integer.MAX_VALUE);
        try {
            board.arm(new FaultBoard.Armed(blow(fault.get(), order), count, until(order.seconds())));
        } catch (BadScript e) {
            return Problems.of(400, String.valueOf(e.getMessage()));
        }
        return Response.ok(armed()).build();
    }

    /** Takes all faults and the script away and lets held jobs go on. */
    @DELETE
    public FaultWire.Released clear() {
        board.clear();
        return new FaultWire.Released(desk.release());
    }

    private static Blow blow(Fault fault, FaultWire.Order order) {
        var lasts = Optional.ofNullable(order.lasts())
                .map(text -> Length.parse(text).orElseThrow(() -> new BadScript("lasts", text, Length.ALLOWED)));
        if (lasts.isPresent() && fault.traits().lasts().isEmpty()) {
            throw new BadScript("lasts", order.lasts(), "none for " + fault.word());
        }
        if (order.amount() != null && fault.traits().amount().isEmpty()) {
            throw new BadScript("amount", order.amount(), "none for " + fault.word());
        }
        var amount = Optional.ofNullable(order.amount()).map(number -> number < 0 ? Traits.ALWAYS : number);
        return Blow.of(fault, lasts.orElse(null), amount.orElse(null));
    }

    private Instant until(@Nullable Long seconds) {
        return clock.instant().plus(seconds == null ? A_DAY : Duration.ofSeconds(seconds));
    }
}
