package dev.callsheet.avatar.outbound.openai;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An endpoint that a test scripts, and what it saw. */
final class Server implements AutoCloseable {
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    volatile Buffer body = Buffer.buffer();
    volatile Handler<HttpServerResponse> answer = HttpServerResponse::end;
    private volatile @Nullable HttpConnection last;
    private final HttpServer http;

    Server(Vertx vertx) {
        http = vertx.createHttpServer()
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(nothing -> closed.incrementAndGet());
                })
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Cuts the connection of the last request. */
    void cut() {
        Objects.requireNonNull(last).close();
    }

    private void take(HttpServerRequest request) {
        last = request.connection();
        requests.incrementAndGet();
        request.bodyHandler(all -> {
            body = all;
            request.response().setChunked(true);
            answer.handle(request.response());
        });
    }

    String url() {
        return "http://127.0.0.1:" + http.actualPort();
    }

    static String token(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
    }
}
