package dev.callsheet.avatar.live.full;

import dev.callsheet.contracts.Json;
import java.util.LinkedHashMap;

/** What is sent into the provider's room, on the topic {@code agent-control}. */
final class VendorCommand {
    private VendorCommand() {}

    /** To be answered. */
    static String respond(String eventId, String text) {
        return of("avatar.speak_response", eventId, text);
    }

    /** To be spoken as it is. */
    static String repeat(String eventId, String text) {
        return of("avatar.speak_text", eventId, text);
    }

    /** Drops all that is being said and waits to be. */
    static String interrupt() {
        return of("avatar.interrupt", "", "");
    }

    private static String of(String type, String eventId, String text) {
        var message = new LinkedHashMap<String, String>();
        message.put("event_type", type);
        if (!eventId.isEmpty()) {
            message.put("event_id", eventId);
        }
        if (!text.isEmpty()) {
            message.put("text", text);
        }
        return Json.text(message);
    }
}
