package dev.callsheet.requestapi.inbound;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** A client that sends what a polite one would not. */
final class Post {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Post() {}

    static HttpResponse<String> of(String key, byte[] body) throws IOException, InterruptedException {
        return send(key, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    static HttpResponse<String> of(String key, String body) throws IOException, InterruptedException {
        return of(key, body.getBytes(StandardCharsets.UTF_8));
    }

    /** In chunks, without a word of its length. */
    static HttpResponse<String> chunked(String key, Supplier<InputStream> body)
            throws IOException, InterruptedException {
        return send(key, HttpRequest.BodyPublishers.ofInputStream(body));
    }

    private static HttpResponse<String> send(String key, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/requests"))
                .header("X-API-Key", "demo-key")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(body)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
