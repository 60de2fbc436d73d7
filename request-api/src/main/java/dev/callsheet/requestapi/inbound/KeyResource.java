package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.keys.KeyHolder;
import dev.callsheet.corridor.keys.Scope;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Whose key this is, so that a page offers nothing that would be refused. */
@Path("/v1/key")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class KeyResource {
    /** @param key the public part of the key @param scopes what it may do, sorted */
    record Holder(String tenant, String key, List<String> scopes) {}

    @GET
    public Holder holder(@Context RoutingContext call) {
        KeyHolder holder = Gate.holder(call);
        return new Holder(
                holder.tenant().value(),
                holder.keyId(),
                holder.scopes().stream().map(Scope::wire).sorted().toList());
    }
}
