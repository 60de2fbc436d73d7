package dev.callsheet.stack.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/traces} takes an OTLP export in protobuf; {@code GET /traces/<trace id>} gives its spans as JSON. Of metrics
 * ({@code POST /v1/metrics}) it keeps the names and labels, {@code GET /metrics}.
 */
public final class TraceReceiver implements AutoCloseable {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TraceStore store;
    private final MetricNames metrics = new MetricNames();

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
            server.createContext("/traces/", receiver::show);
            server.createContext("/v1/metrics", receiver::takeMetrics);
            server.createContext("/metrics", receiver::showMetrics);
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
        take(exchange, export -> store.append(Otlp.spans(export)));
    }

    private void takeMetrics(HttpExchange exchange) throws IOException {
        take(exchange, metrics::add);
    }

    private interface Kept {
        void add(byte[] export) throws IOException;
    }

    private static void take(HttpExchange exchange, Kept kept) throws IOException {
        try (exchange) {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                kept.add(body.readAllBytes());
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            // An empty answer of either kind is zero bytes.
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestURI().getPath().substring("/traces/".length());
            if (!TRACE_ID.matcher(id).matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer(exchange, store.find(id));
        }
    }

    private void showMetrics(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange, metrics.all());
        }
    }

    private static void answer(HttpExchange exchange, Object what) throws IOException {
        byte[] answer = Json.write(what);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }
}
