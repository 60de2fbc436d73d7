package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a viewer's text message asks for. */
sealed interface ViewerMessage {
    int LONGEST_TEXT = 2000;
    int LONGEST_ID = 200;

    /** @param id null if the viewer gave none */
    record Say(@Nullable String id, String text) implements ViewerMessage {}

    record Interrupt() implements ViewerMessage {}

    /** What follows in binary messages is said, until it stops. */
    record TalkStart() implements ViewerMessage {}

    record TalkStop() implements ViewerMessage {}

    /** In what follows in binary messages a voice may be heard. */
    record MicOpen() implements ViewerMessage {}

    record MicClose() implements ViewerMessage {}

    /** The picture of this leg is there. */
    record MediaReady(int leg) implements ViewerMessage {}

    /** @param json what the provider said in its room */
    record VendorEvent(String json) implements ViewerMessage {}

    /** It is not understood. */
    record Wrong(String code, String message) implements ViewerMessage {}

    static ViewerMessage read(String text) {
        try {
            JsonNode json = Json.read(text.getBytes(StandardCharsets.UTF_8));
            return json.isObject() ? of(json) : new Wrong("message.unreadable", "The message is not a JSON object.");
        } catch (UnreadableEvent e) {
            return new Wrong("message.unreadable", "The message is not JSON.");
        }
    }

    private static ViewerMessage of(JsonNode json) {
        String type = json.path("type").asText();
        return switch (type) {
            case "say" -> say(json);
            case "interrupt" -> new Interrupt();
            case "talk.start" -> new TalkStart();
            case "talk.stop" -> new TalkStop();
            case "mic.open" -> new MicOpen();
            case "mic.close" -> new MicClose();
            case "media.ready" -> mediaReady(json.path("leg"));
            case "vendor.event" -> vendorEvent(json.path("payload"));
            default ->
                new Wrong(
                        "message.type",
                        "type: found '" + shortened(type) + "'; allowed are say, interrupt, talk.start, talk.stop,"
                                + " mic.open, mic.close, media.ready and vendor.event.");
        };
    }

    private static ViewerMessage say(JsonNode json) {
        String text = json.path("text").asText();
        JsonNode id = json.path("id");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            String found = text.isBlank() ? "none" : text.length() + " characters";
            return new Wrong("message.text", "text: found " + found + "; allowed are 1 to " + LONGEST_TEXT + ".");
        }
        if (!id.isMissingNode()
                && (!id.isTextual() || id.asText().isBlank() || id.asText().length() > LONGEST_ID)) {
            return new Wrong("message.text", "id: allowed is text of 1 to " + LONGEST_ID + " characters.");
        }
        return new Say(id.isMissingNode() ? null : id.asText(), text);
    }

    private static ViewerMessage mediaReady(JsonNode leg) {
        return leg.isInt() && leg.asInt() > 0
                ? new MediaReady(leg.asInt())
                : new Wrong("message.leg", "leg: the number that media.next told.");
    }

    private static ViewerMessage vendorEvent(JsonNode payload) {
        return payload.isObject()
                ? new VendorEvent(Json.text(payload))
                : new Wrong("message.payload", "payload: an object, as it came.");
    }

    private static String shortened(String text) {
        return text.length() <= 50 ? text : text.substring(0, 50);
    }
}
