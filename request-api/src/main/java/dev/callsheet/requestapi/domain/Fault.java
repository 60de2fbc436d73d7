package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Nearest;
import dev.callsheet.contracts.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a field of a body of our own forms. */
public final class Fault {
    private static final int LONGEST = 160;

    private Fault() {}

    /** @param at JSON Pointer @param found null if there is nothing */
    public static Violation form(String at, @Nullable JsonNode found, String allowed) {
        return form(at, found, "nothing", allowed);
    }

    /** @param otherwise what is told as found where there is no value */
    public static Violation form(String at, @Nullable JsonNode found, String otherwise, String allowed) {
        boolean nothing = found == null || found.isMissingNode();
        return new Violation("field.form", at, nothing ? otherwise : shown(found), allowed, null);
    }

    static Violation range(String at, Object found, String allowed) {
        return new Violation("field.range", at, found.toString(), allowed, null);
    }

    /** Tells of every field that is not known. */
    public static void unknown(JsonNode body, String at, Set<String> known, List<Violation> wrong) {
        body.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                String escaped = field.replace("~", "~0").replace("/", "~1");
                wrong.add(new Violation(
                        "field.unknown",
                        at + "/" + escaped,
                        shown(body.get(field)),
                        "only " + known.stream().sorted().toList(),
                        Nearest.of(field, known)));
            }
        });
    }

    static String shown(JsonNode found) {
        String text = found.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
