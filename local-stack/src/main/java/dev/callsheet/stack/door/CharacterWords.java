package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A character in words.
 *
 * @param files what the caller calls its references, by the file names that the desk has given them
 */
public record CharacterWords(Map<String, String> files) {
    public CharacterWords {
        files = Map.copyOf(files);
    }

    public CharacterWords() {
        this(Map.of());
    }

    /** Whether its references are still to be looked at. */
    public static boolean isPending(JsonNode character) {
        return state(character).equals("enrolling");
    }

    /** Whether clips are measured against it. */
    public static boolean isReady(JsonNode character) {
        return state(character).equals("ready");
    }

    /** As {@code mia            human      version 2  ready      3 pictures}. */
    public String line(JsonNode character) {
        return "%-20s %-10s version %-3d %s%s"
                .formatted(
                        character.path("name").asText(),
                        character.path("kind").asText(),
                        character.path("version").asInt(),
                        state(character).toUpperCase(Locale.ROOT),
                        character.path("usable").asInt() > 0
                                ? ", from " + character.path("usable").asInt() + " picture(s)"
                                : "");
    }

    /** Why it was refused, and what is better known before money is spent; none if all is well. */
    public List<String> remarks(JsonNode character) {
        List<String> remarks = new ArrayList<>();
        if (character.hasNonNull("code")) {
            remarks.add("  refused  " + character.path("code").asText() + ": "
                    + named(character.path("text").asText("")));
        }
        for (JsonNode warning : character.path("warnings")) {
            remarks.add("  warning  " + warning.path("code").asText() + " "
                    + named(warning.path("reference").asText()) + ": "
                    + named(warning.path("text").asText()));
        }
        return remarks;
    }

    /** The caller knows its own files, not what they were stored as. */
    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> file : files.entrySet()) {
            named = named.replace(file.getKey(), file.getValue());
        }
        return named;
    }

    private static String state(JsonNode character) {
        return character.path("state").asText("enrolling").toLowerCase(Locale.ROOT);
    }
}
