package dev.callsheet.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.bench.machine.Broker;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.Checkout;
import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.PostgresPart;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The packaged avatar-session-service over the providers of this process. */
final class Service implements AutoCloseable {
    /** Where it stands, below the checkout; a property names another build of it for a before and after. */
    static final String FOLDER =
            System.getProperty("callsheet.bench.live", "avatar-session-service/target/quarkus-app");

    private static final String KEY = "bench-key";

    private final Program program;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Service(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /** @param settings of the service, beyond where its providers are */
    static Service start(
            Programs programs,
            Broker broker,
            PostgresPart postgres,
            int providers,
            String tenant,
            Map<String, String> settings) {
        int port = FreePorts.take(1).getFirst();
        Map<String, String> environment = new HashMap<>();
        postgres.properties()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        String address = "http://127.0.0.1:" + providers;
        environment.put("CALLSHEET_LIVEAVATAR_URL", address);
        environment.put("CALLSHEET_LLM_URL", address + "/v1");
        environment.put("CALLSHEET_SPEECH_URL", address + "/v1");
        List<String> properties =
                List.of("-Dcallsheet.api-keys.\"" + Json.sha256(KEY.getBytes(StandardCharsets.UTF_8)) + "\"=" + tenant);
        Path jar = Checkout.find().root().resolve(FOLDER).resolve("quarkus-run.jar");
        var service = new Service(programs.service("avatar-session-service", jar, properties, environment), port);
        service.program.awaitReady(service::ready);
        return service;
    }

    Program program() {
        return program;
    }

    /** Starts a session. @param more fields of its order, each with a comma before it */
    Opened open(int session, String more) throws InterruptedException {
        JsonNode joined = call(
                request("/v1/sessions")
                        .header("Idempotency-Key", "bench-" + session + more.hashCode())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"avatarId\":\"bench-" + session + "\"" + more + "}"))
                        .build(),
                201);
        URI turns = URI.create(joined.path("turns").asText());
        return new Opened(joined.path("sessionId").asText(), turns.getRawPath() + "?" + turns.getRawQuery());
    }

    /** @param turns path and query of its WebSocket */
    record Opened(String id, String turns) {}

    /** The session's turns after this number, with the times of their stages. */
    JsonNode turns(String id, int after) throws InterruptedException {
        return call(
                request("/v1/sessions/" + id + "/turns?after=" + Math.max(0, after))
                        .GET()
                        .build(),
                200);
    }

    /** What was said in the session, kept by consent. */
    JsonNode transcript(String id) throws InterruptedException {
        return call(request("/v1/sessions/" + id + "/transcript").GET().build(), 200);
    }

    int port() {
        return port;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-API-Key", KEY);
    }

    private JsonNode call(HttpRequest request, int expected) throws InterruptedException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != expected) {
                throw new StackFailure(request.method() + " " + request.uri().getPath() + " was answered "
                        + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return Json.read(answer.body());
        } catch (IOException e) {
            throw new StackFailure("avatar-session-service does not answer: " + e.getMessage(), e);
        }
    }

    private boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
