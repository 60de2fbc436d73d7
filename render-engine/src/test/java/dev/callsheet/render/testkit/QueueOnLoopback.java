package dev.callsheet.render.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The few calls of the provider's queue that a good render needs; every job succeeds at once. */
public final class QueueOnLoopback implements QuarkusTestResourceLifecycleManager {
    /** What was submitted, by job. */
    public static final Map<String, JsonNode> JOBS = new ConcurrentHashMap<>();

    /** What was uploaded, by the address that the provider gave it. */
    public static final Map<String, byte[]> UPLOADS = new ConcurrentHashMap<>();

    private static final String INPUTS = "https://inputs.example.com/";

    /** The film that every job renders. */
    public static final byte[] FILM = Mp4.film(3, 200_000);

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/requests", exchange -> requests(exchange, base));
        server.createContext("/upload-url", exchange -> {
            String type = Json.read(exchange.getRequestBody().readAllBytes())
                    .path("file_type")
                    .asText();
            String place = UPLOADS.size() + 1 + "." + type;
            String slot =
                    "{\"upload_url\":\"" + base + "/slot/" + place + "\",\"public_url\":\"" + INPUTS + place + "\"}";
            answer(exchange, slot.getBytes(StandardCharsets.UTF_8));
        });
        server.createContext("/slot/", exchange -> {
            String place = exchange.getRequestURI().getPath().substring("/slot/".length());
            UPLOADS.put(INPUTS + place, exchange.getRequestBody().readAllBytes());
            answer(exchange, new byte[0]);
        });
        server.createContext("/clip.mp4", exchange -> answer(exchange, FILM));
        server.start();
        return Map.of("callsheet.gmi.url", base, "callsheet.render.poll-interval", "100ms");
    }

    private static void requests(HttpExchange exchange, String base) throws IOException {
        String id;
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode submitted = Json.read(exchange.getRequestBody().readAllBytes());
            id = "job-" + (JOBS.size() + 1);
            JOBS.put(id, submitted.path("payload"));
        } else {
            id = exchange.getRequestURI().getPath().replace("/requests/", "");
        }
        answer(
                exchange,
                Json.write(Map.of(
                        "request_id",
                        id,
                        "status",
                        "success",
                        "created_at",
                        Instant.now().getEpochSecond(),
                        "payload",
                        JOBS.get(id),
                        "outcome",
                        Map.of("video_url", base + "/clip.mp4"))));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
