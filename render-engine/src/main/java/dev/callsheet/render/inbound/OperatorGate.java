package dev.callsheet.render.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.corridor.keys.Admission;
import dev.callsheet.corridor.keys.KeyDoor;
import dev.callsheet.corridor.keys.Scope;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** A worker's REST door is for operators alone: reading needs {@code operators:read}, all else {@code operators:write}. */
@Provider
public class OperatorGate implements ContainerRequestFilter {
    static final String KEY_ID = "callsheet.operator";

    private final KeyDoor keys;

    OperatorGate(KeyDoor keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        String method = call.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        switch (keys.admit(
                call.getHeaderString("X-API-Key"),
                call.getHeaderString("Authorization"),
                reads ? Scope.OPERATORS_READ : Scope.OPERATORS_WRITE)) {
            case Admission.Admitted(var holder) -> call.setProperty(KEY_ID, holder.keyId());
            case Admission.Refused(Problem problem) -> call.abortWith(refusal(problem));
        }
    }

    private static Response refusal(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.write(problem));
        return problem.status() == 401
                ? answer.header("WWW-Authenticate", "Bearer realm=\"callsheet\"")
                        .build()
                : answer.build();
    }
}
