package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.domain.UploadSlot;
import dev.callsheet.twin.queue.domain.UploadType;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.outbound.Buckets.Bucket;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives out signed upload slots. */
@Path(RequestsResource.BASE + "/upload-url")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {

    private final Links links;
    private final FaultBoard faults;
    private final Clock clock;

    UploadResource(Links links, FaultBoard faults, Clock clock) {
        this.links = links;
        this.faults = faults;
        this.clock = clock;
    }

    /** A slot for one file of the given type. */
    @POST
    public Response slot(Wire.@Nullable SlotWish wish, @Context UriInfo at) {
        if (!faults.strike(Call.at(Door.SLOT, ""), clock.instant()).all().isEmpty()) {
            return Problems.of(500, "Internal server error");
        }
        return Optional.ofNullable(wish)
                .map(Wire.SlotWish::fileType)
                .flatMap(UploadType::named)
                .map(type -> Response.ok(slot(type, at)).build())
                .orElseGet(() -> Response.status(400)
                        .entity(new Wire.Problem("file_type must be one of " + UploadType.words()))
                        .build());
    }

    private Wire.Slot slot(UploadType type, UriInfo at) {
        var slot = new UploadSlot(
                UUID.randomUUID() + "." + type.word(), clock.instant().getEpochSecond());
        return new Wire.Slot(links.upload(at, slot), links.file(at, Bucket.UPLOADS, slot.name()));
    }
}
