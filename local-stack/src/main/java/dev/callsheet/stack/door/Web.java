package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP with an API key. */
public final class Web implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_FILE = Duration.ofMinutes(5);
    private static final int LAST_OF_SUCCESS = 299;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http;
    private final String apiKey;

    public Web(String apiKey) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), apiKey);
    }

    private Web(HttpClient http, String apiKey) {
        this.http = http;
        this.apiKey = apiKey;
    }

    /** The same line with another key; closing either closes both. */
    public Web as(String otherKey) {
        return new Web(http, otherKey);
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {
        /**
         * The body of a success.
         *
         * @throws Unanswered if it may go well later
         * @throws StackFailure otherwise, with the words of the problem document
         */
        public JsonNode orThrow(String what) {
            if (status <= LAST_OF_SUCCESS) {
                return body;
            }
            if (status == UNAVAILABLE) {
                throw new Unanswered(what + ": " + body.path("detail").asText("not available"), null);
            }
            var said = new StringBuilder(
                    what + ": " + status + " " + body.path("detail").asText(""));
            body.path("errors").forEach(error -> said.append("\n  ").append(Json.text(error)));
            throw new StackFailure(said.toString());
        }
    }

    public Answer get(String address) {
        return send("GET", address, null, Map.of());
    }

    public Answer delete(String address) {
        return send("DELETE", address, null, Map.of());
    }

    public Answer post(String address, byte[] json, Map<String, String> headers) {
        return send("POST", address, json, headers);
    }

    public Answer put(String address, byte[] json) {
        return send("PUT", address, json, Map.of());
    }

    /** The body of a success as it comes, with the key. @throws StackFailure for any other answer */
    public byte[] file(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LONGEST_FILE)
                .header("X-API-Key", apiKey)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new StackFailure(address + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Unanswered(address + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A file behind a link that needs no key. @throws Unfetched if the link leads to none */
    public byte[] download(String link) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(link)).timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new Unfetched("the link to the file answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackFailure("the file cannot be fetched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Brings a file to an address that needs no key. @throws StackFailure if it is not taken */
    public void upload(String address, byte[] content, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LONGEST_FILE)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        headers.forEach(request::header);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status > LAST_OF_SUCCESS) {
                throw new StackFailure("the store answers " + status + " to the upload");
            }
        } catch (IOException e) {
            throw new StackFailure("the file cannot be brought: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Answer send(String method, String address, byte @Nullable [] json, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("X-API-Key", apiKey)
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(json));
        if (json != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = answer.body().length == 0
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(answer.body());
            return new Answer(answer.statusCode(), body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new StackFailure(address + " did not answer with JSON", e);
        } catch (IOException e) {
            throw new Unanswered(address + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("interrupted while talking to a service", e);
    }
}
