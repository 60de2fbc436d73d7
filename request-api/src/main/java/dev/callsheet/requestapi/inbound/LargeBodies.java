package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** A body beyond the HTTP server's own limit never reaches a resource; its answer is a problem document all the same. */
class LargeBodies {
    void answer(@Observes Router router) {
        router.errorHandler(
                413,
                context -> context.response()
                        .setStatusCode(413)
                        .putHeader("content-type", Problem.MEDIA_TYPE)
                        .putHeader("connection", "close")
                        .end(Buffer.buffer(Json.write(Problems.byStatus(413)))));
    }
}
