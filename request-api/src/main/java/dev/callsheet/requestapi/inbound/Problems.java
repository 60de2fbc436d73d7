package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.Passing;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what goes wrong becomes a problem document (RFC 9457). */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final RequestMeters meters;

    Problems(RequestMeters meters) {
        this.meters = meters;
    }

    @ServerExceptionMapper
    Response told(ProblemException problem) {
        meters.refused(problem.problem());
        return answer(problem.problem(), problem.retryAfterSeconds());
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableEvent unreadable) {
        Problem problem =
                Problem.of(400, unreadable.code(), "The body cannot be read", String.valueOf(unreadable.getMessage()));
        meters.refused(problem);
        return answer(problem, 0);
    }

    @ServerExceptionMapper
    Response protocol(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return answer(byStatus(status), 0);
    }

    @ServerExceptionMapper
    Response broken(RuntimeException failure) {
        if (Passing.is(failure)) {
            LOG.warnf("a call waits for a part that is away: %s", failure.getMessage());
            return answer(
                    Problem.of(
                            503,
                            "service.unavailable",
                            "A part of the service is away",
                            "Nothing was lost. Send the same request with the same Idempotency-Key again."),
                    RETRY_AFTER_SECONDS);
        }
        LOG.error("a call failed", failure);
        return answer(byStatus(500), 0);
    }

    static Problem byStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "http.bad_request", "Bad request", "The request is not well-formed HTTP.");
            case 404 -> Problem.of(404, "http.not_found", "Not found", "There is nothing at this address.");
            case 405 -> Problem.of(405, "http.method", "Method not allowed", "This address does not do that.");
            case 406 ->
                Problem.of(406, "http.not_acceptable", "Not acceptable", "The answer is JSON or an event stream.");
            case 413 ->
                Problem.of(
                        413,
                        "request.too_large",
                        "The body is too large",
                        "Media belong in the object store, by address.");
            case 415 ->
                Problem.of(415, "http.media_type", "Unsupported media type", "Send the body as application/json.");
            default ->
                status < 500
                        ? Problem.of(status, "http." + status, "Refused", "The request cannot be handled as it is.")
                        : Problem.of(
                                status, "internal", "This should not happen", "The trace id helps to find out why.");
        };
    }

    /** The same with the trace that helps to find out more. */
    static Problem traced(Problem problem) {
        Span.current().setAttribute(TraceNames.ERROR_TYPE, problem.code());
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.errors(),
                Traces.currentTraceId());
    }

    static Response answer(Problem problem, int retryAfterSeconds) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(traced(problem));
        return retryAfterSeconds == 0
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
    }
}
