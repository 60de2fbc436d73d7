package dev.callsheet.twin.queue.inbound;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What faults do to connections. Blocks: for virtual threads only. */
final class Connections {

    private Connections() {}

    /** Cuts the connection. Waited for: otherwise an answer could still win the race. */
    static void cut(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }

    /** Lets time go by. */
    static void hold(Duration time) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
