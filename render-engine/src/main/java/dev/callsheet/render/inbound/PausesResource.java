package dev.callsheet.render.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Problem;
import dev.callsheet.render.outbound.OperatorPauses;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What rests, by whose word. */
@Path("/v1/pauses")
@Blocking
public class PausesResource {
    private final OperatorPauses pauses;

    PausesResource(OperatorPauses pauses) {
        this.pauses = pauses;
    }

    /** All pauses that hold. */
    @GET
    public Response list() {
        return OperatorAnswers.of(pauses::holding);
    }

    /** OperatorPauses a model, a tenant, a tenant's use of a model, or, with neither, everything. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pause(@Context ContainerRequestContext call, byte[] body) {
        return OperatorAnswers.of(() -> {
            JsonNode wish = OperatorAnswers.body(body);
            String reason = OperatorAnswers.text(wish, "reason");
            if (reason == null) {
                throw OperatorAnswers.wrong("reason: it is missing; say why, others will read it");
            }
            String tenant = OperatorAnswers.text(wish, "tenant");
            OperatorPauses.Pause pause = new OperatorPauses.Pause(
                    OperatorAnswers.text(wish, "model"),
                    tenant == null ? null : OperatorAnswers.tenant(tenant).value(),
                    OperatorPauses.OPERATOR,
                    OperatorAnswers.time("until", OperatorAnswers.text(wish, "until")),
                    reason,
                    Instant.now());
            pauses.pause(pause, String.valueOf(call.getProperty(OperatorGate.KEY_ID)));
            return pauses.holding();
        });
    }

    /** Resumes what was paused with this model and tenant. @param by whose word is lifted; an operator's by default */
    @DELETE
    public Response resume(
            @QueryParam("model") @Nullable String model,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("by") @Nullable String by,
            @Context ContainerRequestContext call) {
        return OperatorAnswers.of(() -> {
            String keyId = String.valueOf(call.getProperty(OperatorGate.KEY_ID));
            if (!pauses.resume(model, tenant, by == null ? OperatorPauses.OPERATOR : by, keyId, Instant.now())) {
                throw new OperatorAnswers.Wrong(Problem.of(
                        404,
                        "pause.unknown",
                        "No such pause",
                        "Nothing is paused so; GET /v1/pauses shows model, tenant and by of each pause."));
            }
            return pauses.holding();
        });
    }
}
