package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Nearest;
import dev.callsheet.contracts.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts registered characters into a request that casts them by name, as media of role reference with kind, voice and
 * consent, and holds what a request says of characters against the register. Pure.
 *
 * @param request without {@code cast} once all of it is put in; as it came if there are errors
 * @param errors why it is not to be sent
 * @param notes what is better known before money is spent
 */
public record Casting(JsonNode request, List<Violation> errors, List<Violation> notes) {
    public static final String UNKNOWN = "cast.unknown";
    public static final String NOT_READY = "cast.not_ready";
    public static final String TWICE = "cast.twice";
    public static final String WITHDRAWN = "character.withdrawn";
    public static final String REFUSED = "character.refused";

    private static final String CAST = "cast";
    private static final int MOST = 5;

    public Casting {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Whether the register has a say in it. */
    public static boolean concerns(JsonNode request) {
        return request.has(CAST)
                || request.path("media")
                        .valueStream()
                        .anyMatch(medium -> medium.path("character").isTextual());
    }

    /** @param now the time against which consents are held */
    public static Casting of(JsonNode request, Register register, Instant now) {
        return request.isObject() && concerns(request)
                ? new Look((ObjectNode) request, register, now).all()
                : new Casting(request, List.of(), List.of());
    }

    /** The decision on a request that these errors stand in the way of: refused, for nothing but them. */
    public Decision refused(Decision decision) {
        return new Decision(
                null,
                "01-form",
                decision.axes(),
                List.of(),
                errors,
                List.of(),
                List.of(),
                null,
                null,
                null,
                decision.confidence(),
                decision.policyVersion(),
                decision.policyHash(),
                decision.requestHash(),
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static final class Look {
        private final ObjectNode request;
        private final Register register;
        private final Instant now;
        private final Map<String, CharacterEntry> cast = new LinkedHashMap<>();
        private final List<Violation> errors = new ArrayList<>();
        private final List<Violation> notes = new ArrayList<>();
        private final Set<String> noted = new HashSet<>();

        Look(ObjectNode request, Register register, Instant now) {
            this.request = request;
            this.register = register;
            this.now = now;
        }

        Casting all() {
            Set<String> own = given();
            if (request.has(CAST)) {
                names(request.path(CAST), own);
            }
            if (errors.isEmpty()) {
                ownPeopleNeedTheirOwnConsent();
            }
            if (!errors.isEmpty() || cast.isEmpty()) {
                return new Casting(request, errors, notes);
            }
            ObjectNode filled = request.deepCopy();
            filled.remove(CAST);
            ArrayNode media =
                    filled.path("media").isArray() ? (ArrayNode) filled.path("media") : filled.putArray("media");
            List<JsonNode> consents = new ArrayList<>();
            if (filled.path("consent").isObject()) {
                consents.add(filled.path("consent"));
            }
            for (CharacterEntry entry : cast.values()) {
                Registration made = entry.registration();
                if (made != null) {
                    media.addAll(made.media());
                    if (made.document().has("consent")) {
                        consents.add(made.document().path("consent"));
                    }
                }
            }
            if (!consents.isEmpty()) {
                filled.set("consent", Consents.together(consents));
            }
            return new Casting(filled, errors, notes);
        }

        /** Characters that the request brings itself: their consent must still hold. */
        private Set<String> given() {
            Set<String> own = new HashSet<>();
            for (int i = 0; i < request.path("media").size(); i++) {
                JsonNode name = request.path("media").get(i).path("character");
                if (!name.isTextual() || name.asText().isBlank()) {
                    continue;
                }
                own.add(name.asText());
                String at = "/media/" + i + "/character";
                register.find(name.asText()).ifPresent(entry -> {
                    switch (entry.state(now)) {
                        case WITHDRAWN, ERASED -> errors.add(withdrawn(at, entry));
                        case REFUSED -> refused(at, entry);
                        case READY -> warnings(at, entry);
                        case ENROLLING -> {}
                    }
                });
            }
            return own;
        }

        private void names(JsonNode names, Set<String> own) {
            if (!names.isArray() || names.isEmpty() || names.size() > MOST) {
                errors.add(Fault.form("/cast", names, "a list of 1 to " + MOST + " names"));
                return;
            }
            for (int i = 0; i < names.size(); i++) {
                String at = "/cast/" + i;
                if (!names.get(i).isTextual()) {
                    errors.add(Fault.form(at, names.get(i), "the name of a registered character"));
                    continue;
                }
                String name = names.get(i).asText();
                if (own.contains(name) || cast.containsKey(name)) {
                    errors.add(new Violation(TWICE, at, name, "each character once, in cast or in media", null));
                    continue;
                }
                CharacterEntry entry = register.find(name).orElse(null);
                if (entry == null) {
                    errors.add(notThere(UNKNOWN, at, name));
                    continue;
                }
                switch (entry.state(now)) {
                    case READY -> {
                        cast.put(name, entry);
                        warnings(at, entry);
                    }
                    case ENROLLING ->
                        errors.add(notThere(NOT_READY, at, name + ": its references are being looked at"));
                    case REFUSED -> errors.add(notThere(NOT_READY, at, name + ": " + why(entry)));
                    case WITHDRAWN, ERASED -> errors.add(withdrawn(at, entry));
                }
            }
        }

        /** A character's consent speaks for that character alone. */
        private void ownPeopleNeedTheirOwnConsent() {
            if (cast.isEmpty() || request.path("consent").isObject()) {
                return;
            }
            for (int i = 0; i < request.path("media").size(); i++) {
                JsonNode medium = request.path("media").get(i);
                if (medium.path("realPerson").asBoolean()
                        || medium.at("/voice/realPerson").asBoolean()) {
                    errors.add(new Violation(
                            "CONSENT_REQUIRED",
                            "/media/" + i,
                            "no consent",
                            "a consent in the request itself: that of a cast character does not speak for others",
                            null));
                }
            }
        }

        private Violation notThere(String code, String at, String found) {
            List<String> ready = register.ready();
            String allowed = ready.isEmpty() ? "no character is ready" : String.join(", ", ready);
            String near = Nearest.of(found, ready);
            String does = code.equals(UNKNOWN) ? "register it: POST /v1/characters" : "see GET /v1/characters/{name}";
            return new Violation(code, at, found, allowed, near == null ? does : near);
        }

        private static Violation withdrawn(String at, CharacterEntry entry) {
            return new Violation(
                    WITHDRAWN,
                    at,
                    entry.name() + ": consent was withdrawn or has run out",
                    "a character whose consent holds",
                    "register it again with a new consent");
        }

        private void refused(String at, CharacterEntry entry) {
            if (noted.add(entry.name())) {
                String allowed = "references that show one subject";
                notes.add(new Violation(REFUSED, at, why(entry), allowed, "see GET /v1/characters/{name}"));
            }
        }

        private static String why(CharacterEntry entry) {
            return (entry.code() == null ? "" : entry.code() + ": ")
                    + (entry.text() == null ? "refused" : entry.text());
        }

        private void warnings(String at, CharacterEntry entry) {
            if (noted.add(entry.name())) {
                entry.warnings()
                        .forEach(warning -> notes.add(
                                new Violation(warning.code(), at, warning.reference(), null, warning.text())));
            }
        }
    }
}
