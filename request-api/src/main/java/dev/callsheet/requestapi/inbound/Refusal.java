package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Answers a call before it has reached a resource. */
final class Refusal {
    /** A client that is still sending must get to read our answer: closing at once would cut it off (a TCP reset). */
    private static final long LINGER_MS = 2_000;

    private static final long MOST_DISCARDED = 16 << 20;

    private Refusal() {}

    /** @param retryAfterSeconds 0 for a problem that will not pass */
    static void of(RoutingContext context, Problem problem, int retryAfterSeconds) {
        HttpServerRequest request = context.request();
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (retryAfterSeconds > 0) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        }
        Buffer document = Buffer.buffer(Json.write(Problems.traced(problem)));
        if (request.isEnded()) {
            context.response().end(document);
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        long[] discarded = {0};
        long timer =
                context.vertx().setTimer(LINGER_MS, _ -> request.connection().close());
        request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
        request.endHandler(_ -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.handler(chunk -> {
            discarded[0] += chunk.length();
            if (discarded[0] > MOST_DISCARDED) {
                request.connection().close();
            }
        });
        context.response().end(document);
        request.resume();
    }
}
