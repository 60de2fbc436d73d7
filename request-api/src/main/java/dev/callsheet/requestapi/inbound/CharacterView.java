package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.requestapi.domain.CharacterEntry;
import dev.callsheet.requestapi.domain.CharacterState;
import dev.callsheet.requestapi.domain.Registration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A character as our answers show it. Once its consent has ended, nothing of its registration is shown, or kept.
 *
 * @param version of the registration; 0 if it was withdrawn without one
 * @param code why it is refused, such as REFERENCE_INCONSISTENT
 * @param text for people; names the reference that is the odd one
 * @param usable how many references, or pictures out of reference clips, its prototype is made of
 * @param until when consent or registration ends
 */
record CharacterView(
        String id,
        String name,
        int version,
        CharacterState state,
        @Nullable String kind,
        @Nullable String code,
        @Nullable String text,
        int usable,
        List<Fact.ReferenceWarning> warnings,
        @Nullable JsonNode references,
        @Nullable JsonNode voice,
        @Nullable JsonNode consent,
        @Nullable Instant until,
        Instant createdAt,
        Instant updatedAt,
        Links links) {

    /** Addresses below this service. */
    record Links(String self) {}

    static CharacterView of(CharacterEntry entry, Instant now) {
        CharacterState state = entry.state(now);
        Registration made = state.isGone() ? null : entry.registration();
        JsonNode document = made == null ? null : made.document();
        return new CharacterView(
                entry.id().toString(),
                entry.name(),
                entry.version(),
                state,
                made == null ? null : made.kind(),
                state.isGone() ? null : entry.code(),
                state.isGone() ? null : entry.text(),
                entry.usable(),
                state.isGone() ? List.of() : entry.warnings(),
                document == null ? null : document.get("references"),
                document == null ? null : document.get("voice"),
                document == null ? null : document.get("consent"),
                entry.endsAt(),
                entry.createdAt(),
                entry.updatedAt(),
                new Links(self(entry.name())));
    }

    static String self(String name) {
        return Entrance.CHARACTERS + "/" + escaped(name);
    }

    /** A name as one step of a path. */
    static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
