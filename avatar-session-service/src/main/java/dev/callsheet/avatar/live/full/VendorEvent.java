package dev.callsheet.avatar.live.full;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the provider says in its room, on the topic {@code agent-response}.
 *
 * @param source the id of the command that it answers; empty for what nobody of us asked for
 */
record VendorEvent(String id, Kind kind, String source, String text) {
    private static final int MOST_CHARS = 20_000;

    /** The ones that tell something about a turn. */
    enum Kind {
        USER_WORDS("user.transcription"),
        AVATAR_SENTENCE("avatar.transcription.chunk"),
        AVATAR_WORDS("avatar.transcription"),
        AVATAR_STARTED("avatar.speak_started"),
        AVATAR_ENDED("avatar.speak_ended");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Empty for what is not understood, and for what is not about turns. */
    static Optional<VendorEvent> read(String json) {
        if (json.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            JsonNode message = Json.read(json.getBytes(StandardCharsets.UTF_8));
            String type = message.path("event_type").asText("");
            for (Kind kind : Kind.values()) {
                if (kind.word.equals(type)) {
                    return Optional.of(new VendorEvent(
                            message.path("event_id").asText(""),
                            kind,
                            message.path("source_event_id").asText(""),
                            message.path("text").asText("").strip()));
                }
            }
            return Optional.empty();
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }
}
