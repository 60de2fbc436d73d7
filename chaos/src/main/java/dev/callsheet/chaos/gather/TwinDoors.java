package dev.callsheet.chaos.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.chaos.check.Snapshot.Charge;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The twin's own doors: what it charged, and its faults. */
public final class TwinDoors implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    public TwinDoors(String url) {
        this.url = url;
    }

    /** Everything that was charged, oldest first. */
    List<Charge> charges() {
        List<Charge> charges = new ArrayList<>();
        for (JsonNode line : Json.readList(call("GET", "/twin/journal", ""))) {
            charges.add(new Charge(
                    line.path("id").asText(),
                    line.path("micros").asLong(),
                    line.path("product").asText() + " " + line.path("what").asText()));
        }
        return charges;
    }

    /** The SHA-256 of each clip that was made, by its job. */
    Map<String, String> rendered() {
        Map<String, String> rendered = new HashMap<>();
        for (JsonNode job :
                Json.readList(call("GET", "/twin/oracle?hashes=true", "")).path("jobs")) {
            if (job.hasNonNull("sha256")) {
                rendered.put(job.path("id").asText(), job.path("sha256").asText());
            }
        }
        return rendered;
    }

    /** Every live session, oldest first: when it ran, and what was charged for it. */
    public JsonNode liveSessions() {
        return Json.readList(call("GET", "/twin/live?played=false", ""));
    }

    /** What the twin counts of its jobs. */
    public JsonNode stats() {
        return Json.read(call("GET", "/twin/stats", ""));
    }

    /** Takes all faults away; what was wedged goes on. */
    public void heal() {
        call("DELETE", "/twin/faults", "");
    }

    byte[] call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new StackFailure("the twin answered " + answer.statusCode() + " to " + method + " " + path);
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackFailure("the twin does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while asking the twin", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
