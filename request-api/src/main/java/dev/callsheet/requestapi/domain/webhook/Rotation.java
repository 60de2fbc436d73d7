package dev.callsheet.requestapi.domain.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import dev.callsheet.requestapi.domain.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The wish for a new key. @param overlap how long the old one signs beside it */
public record Rotation(Duration overlap, List<Violation> violations) {
    /** Where nothing is said. */
    public static final Duration USUAL = Duration.ofDays(1);

    private static final Duration LONGEST = Duration.ofDays(7);

    public Rotation {
        violations = List.copyOf(violations);
    }

    /** Reads {@code {"overlap": "PT24H"}} or nothing; total. */
    public static Rotation of(JsonNode body) {
        List<Violation> wrong = new ArrayList<>();
        Duration overlap = USUAL;
        if (!body.isObject() && !body.isMissingNode()) {
            wrong.add(Fault.form("", body, "an object"));
        } else {
            Fault.unknown(body, "", Set.of("overlap"), wrong);
        }
        if (body.has("overlap")) {
            overlap = read(body.path("overlap").asText());
            if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
                wrong.add(Fault.form("/overlap", body.get("overlap"), "an ISO 8601 duration from PT0S to PT168H"));
            }
        }
        return new Rotation(overlap, wrong);
    }

    private static Duration read(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            return Duration.ofSeconds(-1);
        }
    }
}
