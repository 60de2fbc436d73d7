package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.PromptNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Voice samples that stand in the list of media become the voice of the reference that they are for. */
final class Voices {
    private Voices() {}

    static void attach(JsonNode document, ObjectNode request, Set<String> roles) {
        if (roles.isEmpty() || !(request.get("media") instanceof ArrayNode media)) {
            return;
        }
        List<ObjectNode> samples = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            String role = document.path("media").path(i).path("role").asText("");
            if (roles.contains(role) && media.get(i) instanceof ObjectNode sample) {
                samples.add(sample.put("type", "audio"));
            }
        }
        List<ObjectNode> owners = new ArrayList<>();
        media.forEach(entry -> {
            if (entry instanceof ObjectNode owner && !samples.contains(owner)) {
                owners.add(owner);
            }
        });
        for (ObjectNode sample : samples) {
            owner(sample, owners).ifPresent(owner -> {
                owner.set("voice", voice(sample));
                remove(media, sample);
            });
        }
    }

    /** Named by number or by character; the only reference there is, if it names nobody. */
    private static Optional<ObjectNode> owner(ObjectNode sample, List<ObjectNode> owners) {
        List<ObjectNode> references = owners.stream()
                .filter(owner -> owner.path("role").asText("").equals("reference"))
                .toList();
        String name = sample.path("character").asText("");
        if (name.isBlank()) {
            return references.size() == 1 ? Optional.of(references.getFirst()) : Optional.empty();
        }
        Optional<ObjectNode> called = references.stream()
                .filter(owner -> owner.path("character").asText("").equals(name))
                .findFirst();
        return called.or(() -> PromptNames.in(name).stream()
                .filter(PromptNames.Numbered.class::isInstance)
                .map(PromptNames.Numbered.class::cast)
                .findFirst()
                .flatMap(number -> references.stream()
                        .filter(owner -> number.counts().isEmpty()
                                || owner.path("type")
                                        .asText("image")
                                        .equalsIgnoreCase(number.counts().get().name()))
                        .skip(Math.max(0, number.number() - 1L))
                        .findFirst()));
    }

    private static ObjectNode voice(ObjectNode sample) {
        ObjectNode voice = sample.objectNode();
        voice.set("uri", sample.path("uri"));
        for (String field : List.of("seconds", "realPerson")) {
            if (sample.has(field)) {
                voice.set(field, sample.get(field));
            }
        }
        if (sample.path("voice").has("required")) {
            voice.set("required", sample.path("voice").get("required"));
        }
        return voice;
    }

    private static void remove(ArrayNode media, ObjectNode sample) {
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i) == sample) {
                media.remove(i);
                return;
            }
        }
    }
}
