package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged provider twin as a process, and its own doors. */
final class TwinProcess implements AutoCloseable {
    private static final Path PROGRAM = Path.of("../provider-twin/target/quarkus-app/quarkus-run.jar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    /** @param settings keys of the twin's configuration and their values */
    TwinProcess(Map<String, String> settings) throws IOException {
        int port = freePort();
        url = URI.create("http://127.0.0.1:" + port);
        Path state = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "twin");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dquarkus.http.port=" + port,
                "-Dtwin.state-dir=" + state.toAbsolutePath()));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", PROGRAM.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("twin.log").toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> get("/twin/live").isArray());
    }

    URI url() {
        return url;
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)).GET());
    }

    /** What the twin saw of a session. */
    JsonNode seen(String providerId) {
        return get("/twin/live/" + providerId);
    }

    void arm(String fault, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("fault", fault);
        send(HttpRequest.newBuilder(url.resolve("/twin/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body))));
    }

    void delete(String path) {
        send(HttpRequest.newBuilder(url.resolve(path)).DELETE());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            byte[] body = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return Json.read(body.length == 0 ? new byte[] {'{', '}'} : body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
