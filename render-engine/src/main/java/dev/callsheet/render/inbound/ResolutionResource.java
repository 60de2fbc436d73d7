package dev.callsheet.render.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.RenderLine;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;

/** The last word on takes whose end nobody can see: an operator's, from the provider's bill. */
@Path("/v1/takes/{takeId}/resolution")
@Blocking
public class ResolutionResource {
    private final RenderLine line;

    ResolutionResource(RenderLine line) {
        this.line = line;
    }

    /** Ends an unsure or wedged take as paid or not paid; a repeat changes nothing. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resolve(@PathParam("takeId") String takeId, @Context ContainerRequestContext call, byte[] body) {
        return OperatorAnswers.of(() -> {
            JsonNode wish = OperatorAnswers.body(body);
            String reason = OperatorAnswers.text(wish, "reason");
            if (reason == null || !wish.path("paid").isBoolean()) {
                throw OperatorAnswers.wrong("paid, reason: found " + wish
                        + "; expected paid as true or false, and the reason as it stands on the bill");
            }
            String who = String.valueOf(call.getProperty(OperatorGate.KEY_ID));
            return resolved(takeId, wish.path("paid").asBoolean(), reason + " (key " + who + ")");
        });
    }

    private Object resolved(String takeId, boolean paid, String reason) throws SQLException {
        TakeId id = new TakeId(OperatorAnswers.requestId(takeId).value());
        Take take = line.resolve(id, paid, reason)
                .orElseThrow(() -> new OperatorAnswers.Wrong(
                        Problem.of(404, "take.unknown", "No such take", "takeId: found '" + takeId + "'")));
        if (take.state() instanceof TakeState.Failed failed && failed.code().equals("operator.resolved")) {
            return Map.of("takeId", takeId, "state", take.state().word(), "paid", failed.paid());
        }
        throw new OperatorAnswers.Wrong(Problem.of(
                409,
                "take.not_open",
                "Nothing to resolve",
                "takeId: the take is " + take.state().word() + "; only unsure and wedged takes are resolved"));
    }
}
