package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.domain.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The queue's answers that are no success. */
final class Problems {

    private Problems() {}

    /** A status with a text. */
    static Response of(int status, String error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Wire.Problem(error))
                .build();
    }

    /** A refused submit; waiting times are rounded up to whole seconds. */
    static Response of(Refusal refusal) {
        var answer = Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(new Wire.Problem(refusal.error()));
        refusal.retryAfter().ifPresent(pause -> answer.header("Retry-After", (pause.toMillis() + 999) / 1000));
        return answer.build();
    }

    /** There is no such job. */
    static Response unknown(String id) {
        return of(404, "request " + id + " does not exist");
    }

    /** A page of HTML, as proxies send it. */
    static Response page(int status, String title) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML)
                .entity("<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>")
                .build();
    }
}
