package dev.callsheet.twin.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}, whole or as server-sent events. */
@Path("/v1/chat/completions")
public class ChatResource {
    private final ApiKey key;
    private final LlmSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    ChatResource(ApiKey key, LlmSettings settings, ObjectMapper json, Clock clock) {
        this.key = key;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @POST
    public RestMulti<String> complete(
            @HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode request) {
        key.check(authorization);
        if (request == null
                || !request.path("messages").isArray()
                || request.path("messages").isEmpty()) {
            throw ApiKey.error(
                    400, "Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        }
        String text = Reply.to(lastWords(request.path("messages")));
        var answer = new Answer(
                "chatcmpl-twin-" + UUID.randomUUID(), request.path("model").asText("twin"));
        return request.path("stream").asBoolean(false) ? streamed(answer, text) : whole(answer, text);
    }

    private record Answer(String id, String model) {}

    private RestMulti<String> whole(Answer answer, String text) {
        var body = envelope(answer, "chat.completion");
        var choice = body.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        int tokens = Reply.tokens(text).size();
        body.putObject("usage")
                .put("prompt_tokens", 0)
                .put("completion_tokens", tokens)
                .put("total_tokens", tokens);
        return typed(later(body.toString(), settings.firstToken()).toMulti(), MediaType.APPLICATION_JSON);
    }

    private RestMulti<String> streamed(Answer answer, String text) {
        var events = new ArrayList<String>();
        for (String token : Reply.tokens(text)) {
            events.add(event(chunk(answer, token, events.isEmpty())));
        }
        events.add(event(last(answer)) + event("[DONE]"));
        var timed = Multi.createFrom()
                .range(0, events.size())
                .onItem()
                .transformToUniAndConcatenate(
                        i -> later(events.get(i), i == 0 ? settings.firstToken() : settings.betweenTokens()));
        return typed(timed, MediaType.SERVER_SENT_EVENTS);
    }

    private static RestMulti<String> typed(Multi<String> body, String type) {
        return RestMulti.fromMultiData(body).header("Content-Type", type).build();
    }

    private static Uni<String> later(String item, Duration delay) {
        var now = Uni.createFrom().item(item);
        return delay.isZero() ? now : now.onItem().delayIt().by(delay);
    }

    private String chunk(Answer answer, String token, boolean first) {
        var body = envelope(answer, "chat.completion.chunk");
        var choice = body.putArray("choices").addObject();
        choice.put("index", 0).putNull("finish_reason");
        var delta = choice.putObject("delta");
        if (first) {
            delta.put("role", "assistant");
        }
        delta.put("content", token);
        return body.toString();
    }

    private String last(Answer answer) {
        var body = envelope(answer, "chat.completion.chunk");
        var choice = body.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop").putObject("delta");
        return body.toString();
    }

    private ObjectNode envelope(Answer answer, String object) {
        return json.createObjectNode()
                .put("id", answer.id())
                .put("object", object)
                .put("created", clock.instant().getEpochSecond())
                .put("model", answer.model());
    }

    private static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static String lastWords(JsonNode messages) {
        String words = "";
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("user")) {
                words = content(message.path("content"));
            }
        }
        return words;
    }

    private static String content(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        List<String> parts = new ArrayList<>();
        content.forEach(part -> parts.add(part.path("text").asText("")));
        return String.join(" ", parts);
    }
}
