package dev.callsheet.requestapi.inbound;

import dev.callsheet.requestapi.domain.CharacterEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of characters. Another tenant's character is an unknown one. */
@Path(Entrance.CHARACTERS)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CharacterResource {
    private final Caller caller;
    private final CharacterDesk desk;

    CharacterResource(Caller caller, CharacterDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    /** A tenant's characters by name. */
    record Listing(List<CharacterView> characters) {}

    /** Registers one, or its next version; 202 once its references are on their way to be looked at. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Context RoutingContext call) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        return accepted(desk.register(Gate.holder(call).tenant(), key, Gate.body(call)));
    }

    @GET
    public Listing all(@QueryParam("limit") @DefaultValue("100") String limit) {
        Instant now = Instant.now();
        return new Listing(desk.all(caller.tenant(), RequestResource.atMost(limit)).stream()
                .map(entry -> CharacterView.of(entry, now))
                .toList());
    }

    @GET
    @Path("/{name}")
    public CharacterView show(@PathParam("name") String name) {
        return CharacterView.of(desk.find(caller.tenant(), name), Instant.now());
    }

    /** Withdraws the consent; 202 once the deletion is on its way. A name need not be registered: requests may have used it. */
    @DELETE
    @Path("/{name}")
    public Response withdraw(@PathParam("name") String name) {
        return accepted(desk.withdraw(caller.tenant(), name));
    }

    private static Response accepted(CharacterEntry entry) {
        CharacterView view = CharacterView.of(entry, Instant.now());
        return Response.accepted(view)
                .header(HttpHeaders.LOCATION, view.links().self())
                .build();
    }
}
