package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Nearest;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places of a foreign document that hold something, and which of them found their place in ours. */
final class Places {
    private static final int MOST_TOLD = 100;
    private final List<Place> all = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private Places() {}

    /**
     * @param path names with dots, lists as {@code media[]}
     * @param indices of the lists on the way
     */
    record Place(String path, String pointer, List<Integer> indices, JsonNode value) {}

    static Places of(JsonNode document) {
        Places places = new Places();
        places.walk("", "", List.of(), document);
        return places;
    }

    /** Lists and objects are places too: a mapping may take one whole. */
    List<Place> matching(String path) {
        return all.stream()
                .filter(place -> place.path().equals(path) && !taken.contains(place.pointer()))
                .toList();
    }

    void take(Place place) {
        taken.add(place.pointer());
    }

    List<Violation> notes(Dialect dialect) {
        List<Violation> notes = new ArrayList<>();
        Set<String> told = new HashSet<>();
        List<String> known = dialect.mappings().stream().map(Mapping::from).toList();
        for (Place place : all) {
            // An empty list is no input.
            if (place.value().isContainerNode() || covered(place, taken)) {
                continue;
            }
            String ignored = ignored(place, dialect);
            String top = ignored == null ? place.pointer() : "/" + ignored.replace('.', '/');
            if (notes.size() < MOST_TOLD && told.add(top)) {
                notes.add(
                        ignored == null
                                ? Violation.of(
                                        Reason.UNKNOWN_FIELD,
                                        place.pointer(),
                                        place.value(),
                                        Nearest.of(place.path(), known))
                                : new Violation(
                                        Reason.UNUSED_INPUT.name(),
                                        top,
                                        null,
                                        null,
                                        dialect.ignored().get(ignored)));
            }
        }
        return notes;
    }

    private static boolean covered(Place place, Set<String> pointers) {
        String pointer = place.pointer();
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (pointers.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static @org.jspecify.annotations.Nullable String ignored(Place place, Dialect dialect) {
        return dialect.ignored().keySet().stream()
                .filter(path -> place.path().equals(path)
                        || place.path().startsWith(path + ".")
                        || place.path().startsWith(path + "["))
                .findFirst()
                .orElse(null);
    }

    private void walk(String path, String pointer, List<Integer> indices, JsonNode node) {
        if (node.isNull()) {
            return;
        }
        if (!pointer.isEmpty()) {
            all.add(new Place(path, pointer, indices, node));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            List<Integer> deeper = new ArrayList<>(indices);
            deeper.add(i);
            walk(path + "[]", pointer + "/" + i, deeper, node.get(i));
        }
        node.properties()
                .forEach(field -> walk(
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        indices,
                        field.getValue()));
    }
}
