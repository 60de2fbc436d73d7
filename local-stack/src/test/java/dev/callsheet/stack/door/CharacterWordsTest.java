package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharacterWordsTest {
    @Test
    void aCharactersWarningNamesTheFileAsTheCallerKnowsIt() {
        var words = new CharacterWords(Map.of("5f0b.jpg", "mia-2.jpg"));
        JsonNode refused = json("""
                {"name":"mia","kind":"human","version":2,"state":"REFUSED","code":"REFERENCE_INCONSISTENT",
                 "text":"5f0b.jpg is 0.81 from the others","warnings":[
                 {"reference":"5f0b.jpg","code":"TOO_SMALL","text":"the face is 30 px high"}]}""");

        assertThat(CharacterWords.isPending(refused)).isFalse();
        assertThat(CharacterWords.isReady(refused)).isFalse();
        assertThat(words.line(refused)).contains("mia", "version 2", "REFUSED");
        assertThat(words.remarks(refused))
                .containsExactly(
                        "  refused  REFERENCE_INCONSISTENT: mia-2.jpg is 0.81 from the others",
                        "  warning  TOO_SMALL mia-2.jpg: the face is 30 px high");
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
