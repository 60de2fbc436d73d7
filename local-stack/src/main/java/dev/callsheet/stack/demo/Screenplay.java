package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the demo asks for: the requests of {@code examples/}, varied. */
record Screenplay(Path examples) {
    /** The avatar of the live session; the provider's own id of it. */
    static final String AVATAR = "4f6d1c38-2b8e-5f0a-9d57-1c2e3a4b5d6f";

    /** What the person says in the live session; the second answer is interrupted. */
    static final List<String> TURNS = List.of(
            "Hello! Who are you, and what do you show today?",
            "Please tell me everything about the oak table: where the wood is from, how it is made, how to care for it.",
            "Thank you. Is it in stock?");

    /** Seeds make a run repeatable: with these the third scene drifts once and is taken again. */
    private static final int FIRST_SEED = 7100;

    /** The same character in three scenes, named in the prompt. */
    private static final List<String> SCENES = List.of(
            "@{mia} walks along the harbour at dusk and turns to the camera",
            "@{mia} reads a letter in a cafe, morning light",
            "@{mia} laughs in front of a brick wall, slow pan");

    private static final String UNNAMED = "a woman waits for a tram in the rain";

    /** Which campaign the clips with the character are of. */
    static String campaign(long run) {
        return "demo-" + run;
    }

    /** The registration of the character. */
    byte[] character() {
        return Json.write(example("character.json"));
    }

    byte[] frames() {
        return Json.write(example("i2v.json"));
    }

    /** The three that name the character. */
    List<byte[]> bound(long run) {
        return SCENES.stream()
                .map(scene -> Json.write(scene(scene, run, SCENES.indexOf(scene))))
                .toList();
    }

    /** The same character, but the prompt does not say who is meant. One take: the verdict shows what that is worth. */
    byte[] unbound(long run) {
        ObjectNode request = scene(UNNAMED, run, SCENES.size()).put("maxTakes", 1);
        // Without a name the model shows each reference as somebody of its own.
        ArrayNode media = (ArrayNode) request.get("media");
        while (media.size() > 1) {
            media.remove(1);
        }
        return Json.write(request);
    }

    private ObjectNode scene(String prompt, long run, int number) {
        ObjectNode request = example("r2v.json");
        request.put("prompt", prompt);
        request.put("campaign", campaign(run));
        request.put("seed", FIRST_SEED + number);
        return request;
    }

    private ObjectNode example(String name) {
        try {
            return (ObjectNode) Json.read(Files.readAllBytes(examples.resolve(name)));
        } catch (IOException e) {
            throw new StackFailure(examples.resolve(name) + " cannot be read", e);
        }
    }
}
