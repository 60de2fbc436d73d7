package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.SessionCosts;
import dev.callsheet.contracts.Problem;
import dev.callsheet.corridor.keys.Admission;
import dev.callsheet.corridor.keys.KeyDoor;
import dev.callsheet.corridor.keys.Scope;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What live sessions have cost, for operators. */
@Path("/v1/costs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CostsResource {
    private final KeyDoor door;
    private final SessionCosts costs;

    CostsResource(KeyDoor door, SessionCosts costs) {
        this.door = door;
        this.costs = costs;
    }

    /** Sums of the ledger for each tenant. @param to not included */
    @GET
    public SessionCosts.Answer costs(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        if (door.admit(apiKey, authorization, Scope.OPERATORS_READ) instanceof Admission.Refused(Problem problem)) {
            throw new Refused(problem);
        }
        return costs.answer(tenant, time("from", from), time("to", to));
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Problem.of(
                    400,
                    "operator.invalid",
                    "The question is not understood",
                    name + ": found '" + text + "'; expected a time as 2026-01-31T00:00:00Z"));
        }
    }
}
