package dev.callsheet.avatar.outbound.liveavatar;

import dev.callsheet.contracts.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages of LITE mode as the provider's WebSocket takes them. */
final class Wire {
    private static final int SAMPLE_RATE = 24_000;

    private Wire() {}

    static String text(Outgoing.Message message) {
        return switch (message) {
            case Outgoing.Message.Format() -> format();
            case Outgoing.Message.Audio(String id, byte[] pcm) ->
                of(
                        "agent.speak",
                        Map.of("event_id", id, "audio", Base64.getEncoder().encodeToString(pcm)));
            case Outgoing.Message.AudioEnd(String id) -> of("agent.speak_end", Map.of("event_id", id));
            case Outgoing.Message.Interrupt() -> of("agent.interrupt", Map.of());
        };
    }

    private static String format() {
        return of("start", Map.of("encoding", "pcm_s16le", "sample_rate", SAMPLE_RATE, "channels", 1));
    }

    private static String of(String type, Map<String, Object> fields) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type);
        message.putAll(fields);
        return Json.text(message);
    }
}
