package dev.callsheet.requestapi.inbound;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events line by line. */
final class EventClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end;

    private EventClient(HttpRequest request) {
        end = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
    }

    static EventClient follow(String id, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/requests/" + id + "/events"))
                .header("X-API-Key", "demo-key")
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventClient(request.build());
    }

    List<String> types() {
        return starting("event:");
    }

    List<String> ids() {
        return starting("id:");
    }

    void awaitCount(int events) {
        await().atMost(Duration.ofSeconds(20)).until(() -> starting("data:").size() >= events);
    }

    void awaitEnd() {
        await().atMost(Duration.ofSeconds(20)).until(end::isDone);
        end.join();
    }

    private List<String> starting(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
