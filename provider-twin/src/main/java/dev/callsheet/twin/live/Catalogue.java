package dev.callsheet.twin.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the account owns beside its sessions: contexts and LLM configurations. Forgotten at a restart. Thread-safe. */
@ApplicationScoped
public class Catalogue {
    private final Map<Kind, Map<String, Map<String, @Nullable Object>>> shelves = Map.of(
            Kind.CONTEXT, new LinkedHashMap<>(),
            Kind.LLM_CONFIGURATION, new LinkedHashMap<>());
    private final Clock clock;

    Catalogue(Clock clock) {
        this.clock = clock;
    }

    /** The two kinds of things. */
    enum Kind {
        CONTEXT,
        LLM_CONFIGURATION
    }

    synchronized Map<String, @Nullable Object> add(Kind kind, Map<String, @Nullable Object> fields) {
        var thing = new LinkedHashMap<String, @Nullable Object>();
        thing.put("id", UUID.randomUUID().toString());
        thing.put("created_at", clock.instant().toString());
        thing.put("updated_at", clock.instant().toString());
        thing.putAll(fields);
        shelf(kind).put(String.valueOf(thing.get("id")), thing);
        return thing;
    }

    synchronized Optional<Map<String, @Nullable Object>> find(Kind kind, String id) {
        return Optional.ofNullable(shelf(kind).get(id));
    }

    synchronized boolean remove(Kind kind, String id) {
        return shelf(kind).remove(id) != null;
    }

    synchronized Collection<Map<String, @Nullable Object>> all(Kind kind) {
        return List.copyOf(shelf(kind).values());
    }

    private Map<String, Map<String, @Nullable Object>> shelf(Kind kind) {
        return Objects.requireNonNull(shelves.get(kind));
    }
}
