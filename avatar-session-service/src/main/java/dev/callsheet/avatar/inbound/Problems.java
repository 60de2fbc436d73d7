package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.Problem;
import dev.callsheet.corridor.Traces;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what goes wrong becomes a problem document. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return answer(refused.problem());
    }

    @ServerExceptionMapper
    Response broken(RuntimeException failure) {
        if (failure instanceof jakarta.ws.rs.WebApplicationException known) {
            return known.getResponse();
        }
        LOG.error("a call failed", failure);
        return answer(Problem.of(500, "internal", "This should not happen", "The trace id helps us to find out why."));
    }

    private static Response answer(Problem problem) {
        var traced = new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.errors(),
                Traces.currentTraceId());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(traced)
                .build();
    }
}
