package dev.callsheet.routing.decision;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is being changed, and the JSON Patch (RFC 6902) that leads to it. Immutable: each change gives a new
 * draft.
 *
 * @param fill pointers whose values are placeholders
 */
record Draft(ObjectNode document, List<Edit> patch, List<String> fill) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Draft {
        patch = List.copyOf(patch);
        fill = List.copyOf(fill);
    }

    static Draft of(ObjectNode document) {
        return new Draft(document, List.of(), List.of());
    }

    Draft set(String pointer, String value) {
        return set(pointer, JSON.textNode(value));
    }

    Draft set(String pointer, long value) {
        return set(pointer, JSON.numberNode(value));
    }

    Draft set(String pointer, boolean value) {
        return set(pointer, JSON.booleanNode(value));
    }

    /** Sets a field, with the objects above it where they are missing. An index one behind a list's end adds to it. */
    Draft set(String pointer, JsonNode value) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = document.at(path.head());
        if (!parent.isContainerNode()) {
            return set(path.head().toString(), JSON.objectNode().set(path.last().getMatchingProperty(), value));
        }
        boolean there = !document.at(path).isMissingNode();
        if (there && document.at(path).equals(value)) {
            return this;
        }
        ObjectNode changed = document.deepCopy();
        put(changed.at(path.head()), path.last(), value, there);
        return with(changed, new Edit(there ? "replace" : "add", pointer, value), fill);
    }

    /** The value is for the partner to fill in. */
    Draft fill(String pointer, String placeholder) {
        Draft set = set(pointer, placeholder);
        return set.filling(pointer);
    }

    Draft filling(String pointer) {
        List<String> more = new ArrayList<>(fill);
        if (!more.contains(pointer)) {
            more.add(pointer);
        }
        return new Draft(document, patch, more);
    }

    /** Without a field or list entry; the same if it is not there. */
    Draft without(String pointer) {
        JsonPointer path = JsonPointer.compile(pointer);
        if (document.at(path).isMissingNode()) {
            return this;
        }
        ObjectNode changed = document.deepCopy();
        List<String> left = new ArrayList<>(fill);
        left.removeIf(filled -> filled.equals(pointer) || filled.startsWith(pointer + "/"));
        switch (changed.at(path.head())) {
            case ArrayNode list -> {
                int index = path.last().getMatchingIndex();
                list.remove(index);
                left.replaceAll(filled -> movedUp(filled, path.head().toString(), index));
            }
            case ObjectNode object -> object.remove(path.last().getMatchingProperty());
            default -> throw new IllegalStateException("a field has an object or a list above it");
        }
        return with(changed, new Edit("remove", pointer, null), left);
    }

    /** One more medium. @return the draft, with the medium at the end of the list */
    Draft medium(ObjectNode medium) {
        return document.path("media").isArray()
                ? set("/media/" + document.path("media").size(), medium)
                : set("/media", JSON.arrayNode().add(medium));
    }

    int media() {
        return document.path("media").size();
    }

    private Draft with(ObjectNode changed, Edit edit, List<String> left) {
        List<Edit> edits = new ArrayList<>(patch);
        edits.add(edit);
        return new Draft(changed, edits, left);
    }

    private static void put(JsonNode parent, JsonPointer last, JsonNode value, boolean there) {
        switch (parent) {
            case ArrayNode list when there -> list.set(last.getMatchingIndex(), value);
            case ArrayNode list -> list.add(value);
            case ObjectNode object -> object.set(last.getMatchingProperty(), value);
            default -> throw new IllegalStateException("a container is a list or an object");
        }
    }

    private static String movedUp(String pointer, String list, int removed) {
        if (!pointer.startsWith(list + "/")) {
            return pointer;
        }
        int end = pointer.indexOf('/', list.length() + 1);
        String index = pointer.substring(list.length() + 1, end < 0 ? pointer.length() : end);
        int at = Integer.parseInt(index);
        return at < removed ? pointer : list + "/" + (at - 1) + (end < 0 ? "" : pointer.substring(end));
    }
}
