package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision.Edit;
import java.util.List;

/** Applies a JSON Patch by the letter of RFC 6902, apart from the code that writes one. */
final class JsonPatches {
    private JsonPatches() {}

    static JsonNode apply(JsonNode document, List<Edit> patch) {
        JsonNode changed = document.deepCopy();
        for (Edit edit : patch) {
            int slash = edit.path().lastIndexOf('/');
            JsonNode parent = changed.at(edit.path().substring(0, slash));
            String last = edit.path().substring(slash + 1).replace("~1", "/").replace("~0", "~");
            switch (parent) {
                case ArrayNode list -> inList(list, Integer.parseInt(last), edit);
                case ObjectNode object -> inObject(object, last, edit);
                default -> throw new IllegalArgumentException("no container at " + edit.path());
            }
        }
        return changed;
    }

    private static void inList(ArrayNode list, int index, Edit edit) {
        if (index < 0
                || index > list.size()
                || index == list.size() && !edit.op().equals("add")) {
            throw new IllegalArgumentException("no entry at " + edit.path());
        }
        switch (edit.op()) {
            case "add" -> list.insert(index, copy(edit));
            case "replace" -> list.set(index, copy(edit));
            case "remove" -> list.remove(index);
            default -> throw new IllegalArgumentException("unknown op " + edit.op());
        }
    }

    private static void inObject(ObjectNode object, String name, Edit edit) {
        if (!edit.op().equals("add") && !object.has(name)) {
            throw new IllegalArgumentException("nothing at " + edit.path());
        }
        switch (edit.op()) {
            case "add", "replace" -> object.set(name, copy(edit));
            case "remove" -> object.remove(name);
            default -> throw new IllegalArgumentException("unknown op " + edit.op());
        }
    }

    private static JsonNode copy(Edit edit) {
        return java.util.Objects.requireNonNull(edit.value()).deepCopy();
    }
}
