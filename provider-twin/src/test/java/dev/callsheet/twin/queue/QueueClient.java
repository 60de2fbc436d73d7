package dev.callsheet.twin.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A plain client of the queue, as a stranger would write it. */
final class QueueClient {

    static final String QUEUE = "/api/v1/ie/requestqueue/apikey";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI root;

    QueueClient(URI root) {
        this.root = root;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    Answer submit(String model, JsonNode payload) throws IOException, InterruptedException {
        var body = json.createObjectNode().put("model", model);
        body.set("payload", payload);
        return send("POST", QUEUE + "/requests", body.toString());
    }

    Answer read(String id) throws IOException, InterruptedException {
        return send("GET", QUEUE + "/requests/" + id, "");
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        return answer(request(path, method, body).header("Authorization", "Bearer twin-gmi-key"));
    }

    Answer sendWithoutKey(String method, String path, String body) throws IOException, InterruptedException {
        return answer(request(path, method, body));
    }

    /** Uploads a file through a slot; returns its public address. */
    String upload(String type, String contentType, byte[] bytes) throws IOException, InterruptedException {
        var slot = send("POST", QUEUE + "/upload-url", "{\"file_type\":\"" + type + "\"}")
                .body();
        var put = HttpRequest.newBuilder(URI.create(slot.path("upload_url").asText()))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofByteArray(bytes));
        var answer = http.send(put.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("PUT answered " + answer.statusCode() + " " + answer.body());
        }
        return slot.path("public_url").asText();
    }

    HttpResponse<byte[]> download(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    ObjectNode payload(String text) throws IOException {
        return (ObjectNode) json.readTree(text);
    }

    private HttpRequest.Builder request(String path, String method, String body) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var text = answer.body();
        return new Answer(answer.statusCode(), tree(text), answer);
    }

    /** A missing node for what is no JSON. */
    private JsonNode tree(String text) {
        try {
            return text.isEmpty() ? json.missingNode() : json.readTree(text);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }
}
