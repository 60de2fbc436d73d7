package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A register in memory, whose characters have two references each and a consent of their own; mia's ends first. */
final class Cast implements Register {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");

    private final Map<String, CharacterEntry> entries = new LinkedHashMap<>();

    Cast(String... ready) {
        for (String name : ready) {
            entries.put(name, entry(name, CharacterState.READY));
        }
    }

    Cast with(String name, CharacterState state, Fact.ReferenceWarning... warnings) {
        entries.put(name, entry(name, state, warnings));
        return this;
    }

    static Registration registration(String name) {
        return new Registration(
                Json.read("""
                {"name": "%1$s", "kind": "human",
                 "references": [{"uri": "https://a.example.com/%1$s-1.jpg", "type": "image", "realPerson": true},
                                {"uri": "https://a.example.com/%1$s-2.jpg", "type": "image"}],
                 "consent": {"id": "c-%1$s", "subject": "%1$s", "scope": ["face"], "until": "%2$d-01-01T00:00:00Z"}}
                """.formatted(name, name.equals("mia") ? 2027 : 2028).getBytes(StandardCharsets.UTF_8)));
    }

    static CharacterEntry entry(String name, CharacterState state, Fact.ReferenceWarning... warnings) {
        boolean refused = state == CharacterState.REFUSED;
        return new CharacterEntry(
                DEMO,
                name,
                1,
                "hash",
                state.isGone() ? null : registration(name),
                state,
                refused ? "REFERENCE_INCONSISTENT" : null,
                refused ? "2.jpg is somebody else" : null,
                2,
                List.of(warnings),
                state.isGone() ? null : registration(name).endsAt(),
                true,
                NOW,
                NOW);
    }

    @Override
    public Optional<CharacterEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public List<String> ready() {
        return entries.values().stream()
                .filter(entry -> entry.state(NOW) == CharacterState.READY)
                .map(CharacterEntry::name)
                .toList();
    }
}
