package dev.callsheet.avatar.outbound.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.line.Work;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** {@link Moderator} over {@code POST /moderations}: all texts in one call, a result for each in their order. */
final class OpenAiModeration implements Moderator {
    private final URI url;
    private final String key;
    private final String model;
    private final Duration timeout;
    private final HttpClient http;

    OpenAiModeration(String url, String key, String model, Duration timeout) {
        this.url = URI.create(url + "/moderations");
        this.key = key;
        this.model = model;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Work judge(List<String> texts, Sink sink) {
        var request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(Map.of("model", model, "input", texts))))
                .build();
        var call = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        call.whenComplete((response, trouble) -> told(response, trouble, texts.size(), sink));
        return () -> call.cancel(true);
    }

    void close() {
        http.shutdownNow();
    }

    private static void told(
            @Nullable HttpResponse<byte[]> response, @Nullable Throwable trouble, int texts, Sink sink) {
        if (response == null) {
            Throwable cause = trouble instanceof CompletionException e ? e.getCause() : trouble;
            boolean late = cause instanceof HttpTimeoutException;
            sink.failed(
                    late ? "moderation.timeout" : "moderation.unavailable",
                    late ? "the moderation service did not answer in time" : "it cannot be reached");
            return;
        }
        if (response.statusCode() != 200) {
            sink.failed("moderation.refused", "the moderation service answered " + response.statusCode());
            return;
        }
        List<Verdict> verdicts = read(response.body());
        if (verdicts.size() == texts) {
            sink.verdicts(verdicts);
        } else {
            sink.failed("moderation.unreadable", "the moderation service gave no verdict for each text");
        }
    }

    /** Empty if it is something else. */
    private static List<Verdict> read(byte[] body) {
        try {
            List<Verdict> verdicts = new ArrayList<>();
            for (JsonNode result : Json.read(body).path("results")) {
                if (!result.path("flagged").isBoolean()) {
                    return List.of();
                }
                verdicts.add(
                        result.path("flagged").asBoolean()
                                ? Verdict.refused(categories(result.path("categories")))
                                : Verdict.ALLOWED);
            }
            return verdicts;
        } catch (UnreadableEvent e) {
            return List.of();
        }
    }

    private static String categories(JsonNode categories) {
        List<String> found = new ArrayList<>();
        categories.fieldNames().forEachRemaining(name -> {
            if (categories.path(name).asBoolean()) {
                found.add(name);
            }
        });
        return String.join(",", found);
    }
}
