package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Ruling;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A person's word on a clip, which wins over the machine's; 202 once it is on the log. */
@Path(Entrance.REQUESTS)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RulingResource {
    private final Caller caller;
    private final RulingDesk desk;

    RulingResource(Caller caller, RulingDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    /** Takes the clip as it is. */
    @POST
    @Path("/{id}/approval")
    public Response approve(@PathParam("id") String id, byte @Nullable [] body) {
        return rule(id, Ruling.Word.APPROVED, body);
    }

    /** Does not take it. */
    @POST
    @Path("/{id}/rejection")
    public Response reject(@PathParam("id") String id, byte @Nullable [] body) {
        return rule(id, Ruling.Word.REJECTED, body);
    }

    private Response rule(String id, Ruling.Word word, byte @Nullable [] body) {
        JsonNode asked = body == null || body.length == 0 ? MissingNode.getInstance() : Json.read(body);
        return Response.accepted(desk.rule(caller.tenant(), RequestResource.id(id), word, asked))
                .build();
    }
}
