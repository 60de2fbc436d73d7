package dev.callsheet.render.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.outbound.Caps;
import dev.callsheet.render.outbound.Costs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hard budgets, set by operators: what a purse cannot pay is refused before it is submitted. */
@Path("/v1/caps/{tenant}")
@Blocking
public class CapsResource {
    private final Caps caps;
    private final Costs costs;

    CapsResource(Caps caps, Costs costs) {
        this.caps = caps;
        this.costs = costs;
    }

    /** Sets the cap of a tenant, or of one of its campaigns; the answer says what is left. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(
            @PathParam("tenant") String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @Context ContainerRequestContext call,
            byte[] body) {
        return OperatorAnswers.of(() -> {
            JsonNode limit = OperatorAnswers.body(body).path("limitMicros");
            if (!limit.isIntegralNumber() || !limit.canConvertToLong() || limit.asLong() < 0) {
                throw OperatorAnswers.wrong(
                        "limitMicros: found " + limit + "; expected a whole number of micros of US dollars from 0");
            }
            return put(tenant, campaign, limit.asLong(), call);
        });
    }

    /** Lifts the cap. */
    @DELETE
    public Response lift(
            @PathParam("tenant") String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @Context ContainerRequestContext call) {
        return OperatorAnswers.of(() -> put(tenant, campaign, null, call));
    }

    private Costs.Answer put(
            String name, @Nullable String campaign, @Nullable Long micros, ContainerRequestContext call)
            throws java.sql.SQLException {
        TenantId tenant = OperatorAnswers.tenant(name);
        String purse = campaign == null ? "" : campaign;
        caps.set(tenant, purse, micros, String.valueOf(call.getProperty(OperatorGate.KEY_ID)), Instant.now());
        return costs.answer(new Costs.Question(tenant.value(), purse, null, null));
    }
}
