package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.avatar.domain.AnswerTrouble;
import dev.callsheet.contracts.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A POST whose answer is read while it comes. */
@Singleton
class Streams {
    private final HttpClient http;

    Streams(HttpClient http) {
        this.http = http;
    }

    /** Reads an answer's body to its end. */
    interface Reader {
        void read(InputStream body) throws IOException;
    }

    /** @param kind first part of the codes of what goes wrong */
    void post(String kind, String url, String key, Duration timeout, Object body, Reader reader) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeout)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Closing it before its end cancels it.
            try (InputStream stream = response.body()) {
                if (response.statusCode() != 200) {
                    throw new AnswerTrouble(
                            kind + ".refused", "The " + kind + " service answered " + response.statusCode());
                }
                reader.read(stream);
            }
        } catch (IOException e) {
            throw new AnswerTrouble(kind + ".unavailable", "The " + kind + " service cannot be reached or broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnswerTrouble(kind + ".cancelled", "The call was cancelled");
        }
    }
}
