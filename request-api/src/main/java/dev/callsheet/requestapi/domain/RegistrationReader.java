package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.decision.Inquiry;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.decision.Routing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds a registration against its form, and its references, voice and consent against what a request with them would be
 * held to. Pure and total.
 */
public final class RegistrationReader {
    /** The most references that are looked at for one character. */
    public static final int MOST_REFERENCES = 5;

    private static final Set<String> FIELDS = Set.of("name", "kind", "references", "voice", "consent", "until");
    private static final Set<String> KINDS = new TreeSet<>(Set.of("human", "character", "object"));
    private static final Set<String> OF_THE_WHOLE = Set.of("role", "character", "kind", "voice");
    private static final String NAME = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]{0,58}[\\p{L}\\p{N}._-])?";

    private RegistrationReader() {}

    /** @param registration null if there are violations */
    public record Reading(@Nullable Registration registration, List<Violation> violations) {
        public Reading {
            violations = List.copyOf(violations);
        }
    }

    /** @param now the time against which a consent is held */
    public static Reading read(JsonNode body, TenantId tenant, Policy policy, Instant now) {
        List<Violation> wrong = form(body, now);
        if (wrong.isEmpty()) {
            wrong.addAll(casting(new Registration(body), tenant, policy, now));
        }
        return new Reading(wrong.isEmpty() ? new Registration(body) : null, wrong);
    }

    private static List<Violation> form(JsonNode body, Instant now) {
        List<Violation> wrong = new ArrayList<>();
        if (!body.isObject()) {
            wrong.add(Fault.form("", body, "an object"));
            return wrong;
        }
        Fault.unknown(body, "", FIELDS, wrong);
        if (!body.path("name").isTextual() || !body.path("name").asText().matches(NAME)) {
            wrong.add(Fault.form("/name", body.get("name"), "1 to 60 letters, digits, spaces, . _ -"));
        }
        if (!KINDS.contains(body.path("kind").asText())) {
            wrong.add(Fault.form("/kind", body.get("kind"), "one of " + KINDS));
        }
        references(body.path("references"), wrong);
        if (body.has("voice") && !body.path("voice").isObject()) {
            wrong.add(Fault.form("/voice", body.get("voice"), "an object with a uri"));
        }
        if (body.has("until")) {
            Optional<Instant> until = time(body.path("until").asText());
            if (until.isEmpty() || !until.get().isAfter(now)) {
                wrong.add(Fault.form("/until", body.get("until"), "an RFC 3339 time to come"));
            }
        }
        return wrong;
    }

    private static void references(JsonNode references, List<Violation> wrong) {
        if (!references.isArray() || references.isEmpty() || references.size() > MOST_REFERENCES) {
            wrong.add(Fault.form(
                    "/references",
                    references.isArray() ? null : references,
                    references.isArray() ? references.size() + " items" : "nothing",
                    "a list of 1 to " + MOST_REFERENCES + " objects with a uri"));
            return;
        }
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < references.size(); i++) {
            JsonNode each = references.get(i);
            String at = "/references/" + i;
            if (!each.isObject()) {
                wrong.add(Fault.form(at, each, "an object with a uri"));
                continue;
            }
            for (String field : OF_THE_WHOLE) {
                if (each.has(field)) {
                    wrong.add(new Violation(
                            "field.unknown", at + "/" + field, null, "it is said once, of the whole", null));
                }
            }
            if (!seen.add(each.path("uri").asText())) {
                wrong.add(Fault.form(at + "/uri", each.get("uri"), "each reference once"));
            }
        }
    }

    private static List<Violation> casting(Registration made, TenantId tenant, Policy policy, Instant now) {
        JsonNode request = made.casting();
        Inquiry inquiry = Inquiry.of(tenant, Json.write(request).length, request);
        List<Violation> wrong = new ArrayList<>();
        inquiry.reading().warnings().forEach(unknown -> wrong.add(moved(unknown)));
        Decision decision = Routing.decide(inquiry, policy, now);
        decision.conflicts().forEach(conflict -> wrong.add(moved(conflict)));
        return wrong;
    }

    /** The same finding at the registration's own field. */
    private static Violation moved(Violation finding) {
        String field = finding.field()
                .replaceFirst("^/media/\\d+/(kind|voice)", "/$1")
                .replaceFirst("^/media/\\d+/character", "/name")
                .replaceFirst("^/media", "/references")
                .replaceFirst("^/prompt", "/name");
        return new Violation(finding.code(), field, finding.found(), finding.allowed(), finding.suggestion());
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
