package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one field goes.
 *
 * @param to our path; null for the clock and for media
 * @param as how the value is read; null to take it as it is
 * @param words our value for theirs; JSON null for none
 * @param types the medium's type that goes with their word
 * @param others our path for a second value of a field that is already set
 * @param elsewhere our path for words that are not in the list; empty if such a word has no place
 * @param beside the field that has to stand beside it; else it goes to {@code otherwise}
 * @param medium what is known of the medium whose address stands here; a list is several
 * @param ratio our path for the ratio of a size
 */
record Mapping(
        String from,
        @Nullable String to,
        @Nullable String as,
        JsonNode words,
        JsonNode types,
        @Nullable String others,
        @Nullable String elsewhere,
        @Nullable String beside,
        @Nullable String otherwise,
        @Nullable ObjectNode medium,
        @Nullable String ratio,
        boolean clock) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Mapping of(String from, JsonNode rule) {
        return new Mapping(
                from,
                rule.isTextual() ? rule.asText() : text(rule, "to"),
                text(rule, "as"),
                rule.path("words"),
                rule.path("type"),
                text(rule, "others"),
                text(rule, "else"),
                text(rule, "beside"),
                text(rule, "otherwise"),
                rule.path("medium") instanceof ObjectNode known ? known : null,
                text(rule, "ratio"),
                rule.path("clock").asBoolean());
    }

    private static @Nullable String text(JsonNode rule, String name) {
        return rule.path(name).isTextual() ? rule.path(name).asText() : null;
    }

    void apply(Places.Place place, JsonNode document, ObjectNode request, Instant now, Places places) {
        if (clock) {
            places.take(place);
        } else if (medium != null) {
            media(place, request, places);
        } else if (beside != null && !document.has(beside)) {
            if (otherwise != null) {
                put(otherwise, place, place.value(), request, now, places);
            }
        } else if (to != null) {
            put(to, place, place.value(), request, now, places);
        }
    }

    private void put(String path, Places.Place place, JsonNode value, ObjectNode request, Instant now, Places places) {
        if (value.isObject() || value.isArray() && others != null) {
            if (value.isArray()) {
                value.forEach(each -> put(path, place, each, request, now, places));
            }
            return;
        }
        JsonNode word = words.isObject() ? words.get(value.asText()) : null;
        if (word == null && elsewhere != null) {
            if (!elsewhere.isEmpty()) {
                Paths.put(request, elsewhere, place.indices(), value);
                places.take(place);
            }
            return;
        }
        JsonNode read = word != null ? word : Values.read(value, as, now);
        places.take(place);
        if (read.isNull()) {
            return;
        }
        JsonNode there = Paths.at(request, path, place.indices());
        if (others != null && !there.isMissingNode() && !there.equals(read)) {
            ArrayNode more =
                    Paths.at(request, others, place.indices()) instanceof ArrayNode list ? list : JSON.arrayNode();
            Paths.put(request, others, place.indices(), more.add(read));
            return;
        }
        Paths.put(request, path, place.indices(), read);
        type(value).ifPresent(type -> Paths.put(request, "media[].type", place.indices(), type));
        if (ratio != null) {
            Values.ratio(value).ifPresent(found -> Paths.put(request, ratio, place.indices(), found));
        }
    }

    private Optional<JsonNode> type(JsonNode value) {
        return Optional.ofNullable(types.get(value.asText()));
    }

    /** An address, or a list of addresses or of objects with one, each a medium of its own. */
    private void media(Places.Place place, ObjectNode request, Places places) {
        JsonNode value = place.value();
        if (value.isTextual()) {
            add(value.asText(), request);
            places.take(place);
        } else if (value.isArray()) {
            for (JsonNode each : value) {
                String address = each.isTextual()
                        ? each.asText()
                        : each.path("url").asText(each.path("uri").asText(""));
                add(address, request);
            }
            places.take(place);
        } else if (value.path("url").isTextual() && value.size() == 1) {
            add(value.path("url").asText(), request);
            places.take(place);
        }
    }

    private void add(String address, ObjectNode request) {
        ArrayNode list = request.get("media") instanceof ArrayNode there ? there : request.putArray("media");
        ObjectNode made = list.addObject().put("uri", address);
        if (medium != null) {
            made.setAll(medium);
        }
    }
}
