package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** A running stack, by its record: where its members listen, which processes it has. */
record House(Path state, HttpClient http) {
    static final String API_KEY = "demo-key";
    /** At the workers' doors, which no tenant enters. */
    static final String OPERATOR_KEY = "operator-key";

    static House in(Path state) {
        return new House(state, HttpClient.newHttpClient());
    }

    JsonNode record() throws IOException {
        return Json.read(Files.readAllBytes(state.resolve("stack.json")));
    }

    int port(String member) throws IOException {
        return record().at("/ports/" + member).asInt();
    }

    String brokers() throws IOException {
        return "127.0.0.1:" + port("kafka");
    }

    long pid(String member) throws IOException {
        JsonNode record = record();
        return member.equals("supervisor")
                ? record.at("/supervisor/pid").asLong()
                : StreamSupport.stream(record.get("processes").spliterator(), false)
                        .filter(process -> process.get("name").asText().equals(member))
                        .findFirst()
                        .orElseThrow()
                        .get("pid")
                        .asLong();
    }

    HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        return post("/v1/requests", key, body);
    }

    /** A POST to the front desk under an idempotency key. */
    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return http.send(
                at("request-api", path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String member, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(at(member, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        return Json.read(answer.body());
    }

    /** A call to a service, with the key that opens it. */
    HttpRequest.Builder at(String member, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(member) + path))
                .header("X-API-Key", member.endsWith("-worker") ? OPERATOR_KEY : API_KEY);
    }
}
