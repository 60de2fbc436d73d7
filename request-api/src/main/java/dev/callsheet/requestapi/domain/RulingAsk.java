package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says with a ruling.
 *
 * @param take its id or its number, as text; null for the last that has a clip
 * @param by who says it; null if not told
 */
public record RulingAsk(
        @Nullable String take,
        @Nullable String by,
        @Nullable String reason,
        List<Violation> violations) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    public RulingAsk {
        violations = List.copyOf(violations);
    }

    /** Reads a body; total. Nothing is a ruling without words. */
    public static RulingAsk of(JsonNode body) {
        List<Violation> wrong = new ArrayList<>();
        if (!body.isObject() && !body.isMissingNode()) {
            wrong.add(Fault.form("", body, "an object"));
            return new RulingAsk(null, null, null, wrong);
        }
        Fault.unknown(body, "", Set.of("take", "by", "reason"), wrong);
        JsonNode take = body.path("take");
        if (!take.isMissingNode() && !take.isTextual() && !take.isIntegralNumber()) {
            wrong.add(Fault.form("/take", take, "a take's id or its number, from 1"));
        }
        return new RulingAsk(
                take.isTextual() || take.isIntegralNumber() ? take.asText() : null,
                text(body, "by", LONGEST_NAME, wrong),
                text(body, "reason", LONGEST_REASON, wrong),
                wrong);
    }

    private static @Nullable String text(JsonNode body, String field, int longest, List<Violation> wrong) {
        JsonNode found = body.path(field);
        if (found.isMissingNode()) {
            return null;
        }
        if (!found.isTextual() || found.asText().isBlank() || found.asText().length() > longest) {
            wrong.add(Fault.form("/" + field, found, "1 to " + longest + " characters"));
            return null;
        }
        return found.asText();
    }
}
