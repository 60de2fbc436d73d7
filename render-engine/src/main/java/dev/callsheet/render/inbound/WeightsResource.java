package dev.callsheet.render.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.render.outbound.Weights;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tenants' shares of the provider's slots. */
@Path("/v1/weights")
@Blocking
public class WeightsResource {
    private static final double MOST = 1000;

    private final Weights weights;

    WeightsResource(Weights weights) {
        this.weights = weights;
    }

    /** All tenants with another share than 1. */
    @GET
    public Response list() {
        return OperatorAnswers.of(weights::all);
    }

    /** Sets a tenant's share. */
    @PUT
    @Path("/{tenant}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@PathParam("tenant") String tenant, @Context ContainerRequestContext call, byte[] body) {
        return OperatorAnswers.of(() -> {
            JsonNode weight = OperatorAnswers.body(body).path("weight");
            if (!weight.isNumber() || !(weight.asDouble() >= 1 / MOST && weight.asDouble() <= MOST)) {
                throw OperatorAnswers.wrong("weight: found " + weight + "; allowed are 0.001 to 1000");
            }
            return put(tenant, weight.asDouble(), call);
        });
    }

    /** Gives a tenant the share 1 again. */
    @DELETE
    @Path("/{tenant}")
    public Response reset(@PathParam("tenant") String tenant, @Context ContainerRequestContext call) {
        return OperatorAnswers.of(() -> put(tenant, null, call));
    }

    private Object put(String tenant, @Nullable Double weight, ContainerRequestContext call)
            throws java.sql.SQLException {
        String keyId = String.valueOf(call.getProperty(OperatorGate.KEY_ID));
        weights.set(OperatorAnswers.tenant(tenant), weight, keyId, Instant.now());
        return weights.all();
    }
}
