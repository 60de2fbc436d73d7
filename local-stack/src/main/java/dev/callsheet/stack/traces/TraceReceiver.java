package dev.callsheet.stack.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/traces} takes an OTLP export in protobuf; {@code GET /traces/<trace id>} gives its spans as JSON,
 * {@code GET /api/v2/traces/<trace id>} as Tempo does.
 */
public final class TraceReceiver implements AutoCloseable {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TraceStore store;

    private TraceReceiver(HttpServer server, TraceStore store) {
        this.server = server;
        this.store = store;
    }

    /** Listens on the loopback address. */
    public static TraceReceiver start(int port, TraceStore store) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var receiver = new TraceReceiver(server, store);
            server.createContext("/v1/traces", receiver::take);
            server.createContext("/traces/", exchange -> receiver.show(exchange, spans -> spans));
            server.createContext(
                    "/api/v2/traces/", exchange -> receiver.show(exchange, spans -> new TempoAnswer(spans).json()));
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new StackFailure("the trace receiver cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                store.append(Otlp.spans(body.readAllBytes()));
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            // An empty answer is zero bytes.
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void show(HttpExchange exchange, Function<List<SpanLine>, Object> form) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String id = path.substring(path.lastIndexOf('/') + 1);
            List<SpanLine> spans = TRACE_ID.matcher(id).matches() ? store.find(id) : List.of();
            if (spans.isEmpty() && !path.startsWith("/traces/")
                    || !TRACE_ID.matcher(id).matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer(exchange, form.apply(spans));
        }
    }

    private static void answer(HttpExchange exchange, Object what) throws IOException {
        byte[] answer = Json.write(what);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }
}
