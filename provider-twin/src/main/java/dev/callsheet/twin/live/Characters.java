package dev.callsheet.twin.live;

import dev.callsheet.twin.TwinSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Who FULL sessions are, and how long they think. */
@ApplicationScoped
public class Characters {
    private final Catalogue catalogue;
    private final LiveSettings settings;
    private final Random chance;

    Characters(Catalogue catalogue, LiveSettings settings, TwinSettings twin) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.chance = new Random(twin.seed());
    }

    Host.Character of(LiveOrder order) {
        var persona = order.persona();
        if (persona == null) {
            return new Host.Character(order.avatarId(), false, "", false);
        }
        var context =
                Optional.ofNullable(persona.contextId()).flatMap(id -> catalogue.find(Catalogue.Kind.CONTEXT, id));
        String voice = persona.voiceId() == null ? order.avatarId() : persona.voiceId();
        String opening = context.map(known -> known.get("opening_text"))
                .map(String::valueOf)
                .orElse("");
        // Checked at the start; after a restart of the twin the context may be gone, the session answers all the same.
        return new Host.Character(voice, persona.contextId() != null, opening, persona.pushToTalk());
    }

    /** What a start of this order is refused with: things it names that are not there. */
    Optional<String> missing(LiveOrder order) {
        var persona = order.persona();
        if (persona == null) {
            return Optional.empty();
        }
        return missing(persona.llmConfigurationId(), Catalogue.Kind.LLM_CONFIGURATION, "LLM configuration")
                .or(() -> missing(persona.contextId(), Catalogue.Kind.CONTEXT, "Context"));
    }

    /** From words to the begin of an answer: evenly between the shortest and the longest. */
    Duration thinking() {
        var shortest = Terms.real(settings.responseShortest(), settings);
        var longest = Terms.real(settings.responseLongest(), settings);
        double share;
        synchronized (chance) {
            share = chance.nextDouble();
        }
        return shortest.plusNanos(Math.round(share * (longest.toNanos() - shortest.toNanos())));
    }

    private Optional<String> missing(@Nullable String id, Catalogue.Kind kind, String name) {
        return id == null || catalogue.find(kind, id).isPresent()
                ? Optional.empty()
                : Optional.of(name + " " + id + " not found in your space");
    }
}
