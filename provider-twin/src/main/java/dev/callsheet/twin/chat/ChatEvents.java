package dev.callsheet.twin.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer in the endpoint's form. @param created Unix seconds */
record ChatEvents(ObjectMapper json, String id, String model, long created) {

    /** Server-sent events: one for each token, then the end. */
    List<String> streamed(String text) {
        var events = new ArrayList<String>();
        for (String token : Reply.tokens(text)) {
            var delta = json.createObjectNode();
            if (events.isEmpty()) {
                delta.put("role", "assistant");
            }
            events.add(chunk(delta.put("content", token), null));
        }
        events.add(end("stop"));
        return events;
    }

    /** The last chunk and the mark after it. */
    String end(String finish) {
        return chunk(json.createObjectNode(), finish) + event("[DONE]");
    }

    /** What a server says that gives up in mid-answer. */
    String error() {
        var error = json.createObjectNode();
        error.putObject("error")
                .put("message", "The server is currently overloaded. Please try again later.")
                .put("type", "server_error")
                .put("code", "overloaded");
        return event(error.toString());
    }

    String whole(String text, String finish) {
        var body = envelope("chat.completion");
        var choice = body.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", text);
        int tokens = Reply.tokens(text).size();
        body.putObject("usage")
                .put("prompt_tokens", 0)
                .put("completion_tokens", tokens)
                .put("total_tokens", tokens);
        return body.toString();
    }

    static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private String chunk(ObjectNode delta, @Nullable String finish) {
        var body = envelope("chat.completion.chunk");
        body.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", finish)
                .set("delta", delta);
        return event(body.toString());
    }

    private ObjectNode envelope(String object) {
        return json.createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }
}
