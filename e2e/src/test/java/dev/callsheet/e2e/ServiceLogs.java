package dev.callsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the services of a stack have written so far. */
record ServiceLogs(List<String> lines) {
    /** What opens something, whoever's it is: signatures of links, tokens, keys. A masked one is none. */
    private static final Pattern SECRETS = Pattern.compile(
            "X-Amz-(?:Signature|Credential)(?:=|%3D)(?!\\*\\*\\*)|Bearer (?!\\*\\*\\*)\\S{6,}|twin-[a-z]+-key|whsec_(?!\\*\\*\\*)|\"embedding");

    static ServiceLogs of(Path state, List<String> services) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String service : services) {
            lines.addAll(Files.readAllLines(state.resolve("logs").resolve(service + ".log")));
        }
        return new ServiceLogs(lines);
    }

    /** What users have asked for in their own words: every prompt of the newest requests. */
    static Set<String> prompts(House house) throws IOException, InterruptedException {
        Set<String> prompts = new LinkedHashSet<>();
        for (JsonNode listed : house.get("request-api", "/v1/requests?limit=50").path("requests")) {
            JsonNode request =
                    house.get("request-api", "/v1/requests/" + listed.path("id").asText());
            request.findValuesAsText("prompt").stream()
                    .filter(prompt -> !prompt.isBlank())
                    .forEach(prompts::add);
        }
        return prompts;
    }

    /** Lines that tell a secret or one of these words. */
    List<String> telling(Set<String> words) {
        return lines.stream()
                .filter(line -> SECRETS.matcher(line).find() || words.stream().anyMatch(line::contains))
                .toList();
    }

    /** Lines of our own code with these keys. */
    long with(String... keys) {
        return lines.stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> Json.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .filter(line -> List.of(keys).stream()
                        .allMatch(key -> line.has(key) || line.path("mdc").has(key)))
                .count();
    }
}
