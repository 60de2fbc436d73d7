package dev.callsheet.twin.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.twin.chat.Minds.Struck;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.MindFault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}, whole or as server-sent events. */
@Path("/v1/chat/completions")
public class ChatResource {
    private static final String FILTERED = "content_filter";

    private final ApiKey key;
    private final Minds minds;
    private final ObjectMapper json;
    private final Clock clock;

    ChatResource(ApiKey key, Minds minds, ObjectMapper json, Clock clock) {
        this.key = key;
        this.minds = minds;
        this.json = json;
        this.clock = clock;
    }

    @POST
    public RestMulti<String> complete(
            @HeaderParam("Authorization") @Nullable String authorization,
            @Nullable JsonNode request,
            HttpServerRequest call) {
        key.check(authorization);
        if (request == null
                || !request.path("messages").isArray()
                || request.path("messages").isEmpty()) {
            throw ApiKey.error(
                    400, "Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        }
        String words = lastWords(request.path("messages"));
        String model = request.path("model").asText("twin");
        var struck = minds.strike(Door.CHAT, model, words);
        var events = new ChatEvents(
                json,
                "chatcmpl-twin-" + UUID.randomUUID(),
                model,
                clock.instant().getEpochSecond());
        var pace = struck.by(MindFault.CHAT_LATE) ? minds.chat().later(struck.lasts()) : minds.chat();
        if (struck.by(MindFault.CHAT_LOST)) {
            call.connection().close();
        }
        boolean refused = struck.by(MindFault.CHAT_REFUSED);
        if (!request.path("stream").asBoolean(false)) {
            String whole = refused ? events.whole("", FILTERED) : events.whole(Reply.to(words), "stop");
            return typed(pace.of(List.of(whole)), MediaType.APPLICATION_JSON);
        }
        var all = refused ? List.of(events.end(FILTERED)) : events.streamed(Reply.to(words));
        return typed(spoilt(pace, all, struck, events, call), MediaType.SERVER_SENT_EVENTS);
    }

    /** The events until something goes wrong. */
    private static Multi<String> spoilt(
            Pace pace, List<String> all, Struck struck, ChatEvents events, HttpServerRequest call) {
        var some = pace.of(all.subList(0, Math.min(all.size(), struck.amount())));
        if (struck.by(MindFault.CHAT_CUT)) {
            return some.onCompletion().call(() -> cut(call));
        }
        var rest = new ArrayList<Multi<String>>(List.of(some));
        if (struck.by(MindFault.CHAT_STALLED)) {
            rest.add(Pace.silence(struck.lasts()));
        } else if (struck.by(MindFault.CHAT_ERROR)) {
            rest.add(pace.of(List.of(events.error())));
        } else if (struck.by(MindFault.CHAT_GARBAGE)) {
            rest.add(pace.of(List.of(ChatEvents.event("<html>502 Bad Gateway</html>"))));
        } else if (!struck.by(MindFault.CHAT_UNENDED)) {
            return pace.of(all);
        }
        return Multi.createBy().concatenating().streams(rest);
    }

    private static Uni<Void> cut(HttpServerRequest call) {
        return Uni.createFrom().completionStage(() -> call.connection().close().toCompletionStage());
    }

    private static RestMulti<String> typed(Multi<String> body, String type) {
        return RestMulti.fromMultiData(body).header("Content-Type", type).build();
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
