package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.door.CharacterWords;
import dev.callsheet.stack.door.IdentityDesk;
import java.time.Duration;
import java.util.function.Consumer;

/** The character is registered before anything is made with it. */
record CharacterScene(IdentityDesk desk, Consumer<String> progress) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * The character, looked at; the same registration again is the same version.
     *
     * @param registration the body of {@code POST /v1/characters}
     */
    JsonNode play(byte[] registration) {
        JsonNode asked = desk.register(registration);
        JsonNode character = desk.lookedAt(
                Json.read(registration).path("name").asText(),
                asked.path("version").asInt(),
                LIMIT);
        var words = new CharacterWords();
        progress.accept("character " + words.line(character));
        words.remarks(character).forEach(progress);
        return character;
    }
}
