package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One way to write a request down: which field is which of ours. Pure and total: any JSON is mapped, what has no place is
 * told, no word of a prompt is looked at.
 *
 * @param knownBy top-level fields that only this dialect has
 * @param ignored fields without a place, with the reason
 */
public record Dialect(
        String name,
        List<String> knownBy,
        List<Mapping> mappings,
        Set<String> voiceRoles,
        Map<String, JsonNode> always,
        Map<String, String> ignored) {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static Dialect of(JsonNode file) {
        List<String> knownBy = new ArrayList<>();
        file.path("knownBy").forEach(field -> knownBy.add(field.asText()));
        List<Mapping> mappings = new ArrayList<>();
        file.path("fields").properties().forEach(field -> mappings.add(Mapping.of(field.getKey(), field.getValue())));
        Set<String> voiceRoles = new TreeSet<>();
        file.path("voices").path("roles").forEach(role -> voiceRoles.add(role.asText()));
        Map<String, JsonNode> always = new LinkedHashMap<>();
        file.path("always").properties().forEach(field -> always.put(field.getKey(), field.getValue()));
        Map<String, String> ignored = new LinkedHashMap<>();
        file.path("ignored")
                .properties()
                .forEach(field -> ignored.put(field.getKey(), field.getValue().asText()));
        return new Dialect(file.path("name").asText(), knownBy, mappings, voiceRoles, always, ignored);
    }

    boolean speaks(JsonNode document) {
        return knownBy.stream().anyMatch(document::has);
    }

    /**
     * @param now what relative times count from, unless the document has a clock of its own
     */
    public Mapped map(JsonNode document, Instant now) {
        if (!document.isObject()) {
            return new Mapped(name, document, now, List.of());
        }
        Instant clock = clock(document, now);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        Places places = Places.of(document);
        for (Mapping mapping : mappings) {
            places.matching(mapping.from()).forEach(place -> mapping.apply(place, document, request, clock, places));
        }
        Voices.attach(document, request, voiceRoles);
        always.forEach((path, value) -> Paths.putIfAbsent(request, path, value));
        return new Mapped(name, request, clock, places.notes(this));
    }

    private Instant clock(JsonNode document, Instant now) {
        return mappings.stream()
                .filter(Mapping::clock)
                .map(mapping -> Values.time(document.path(mapping.from())))
                .flatMap(Optional::stream)
                // A time from which no other can be reckoned is no clock.
                .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(LATEST))
                .findFirst()
                .orElse(now);
    }
}
