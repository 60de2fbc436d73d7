package dev.callsheet.avatar.outbound.liveavatar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.SessionOrder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What FULL avatars know: a context at the provider for each persona and knowledge, named after its content, so that the
 * same one is used again and a changed one is another.
 */
@Singleton
class Contexts {
    private static final Logger LOG = Logger.getLogger(Contexts.class);
    private static final String PREFIX = "callsheet-";
    private static final String PERSONA =
            "You are a friendly presenter in a live conversation. Answer in a few short sentences, as one speaks.";

    private final LiveAvatarApi api;
    private final LiveAvatarAccess access;

    Contexts(LiveAvatarApi api, LiveAvatarAccess access) {
        this.api = api;
        this.access = access;
    }

    private record Known(String id, String name, String createdAt) {}

    /** The provider's id of the context for this order; made if there is none. */
    String of(SessionOrder order) {
        String prompt = prompt(order);
        String name = PREFIX + UUID.nameUUIDFromBytes(prompt.getBytes(StandardCharsets.UTF_8));
        var ours = ours();
        for (Known known : ours) {
            if (known.name().equals(name)) {
                return known.id();
            }
        }
        makeRoom(ours);
        JsonNode made = api.post("/v1/contexts", Map.of("name", name, "prompt", prompt, "opening_text", ""));
        return LiveAvatarApi.text(made, "id");
    }

    private static String prompt(SessionOrder order) {
        var prompt = new StringBuilder(order.persona() == null ? PERSONA : order.persona());
        prompt.append("\nAnswer in the language ")
                .append(TokenBody.language(order))
                .append('.');
        if (order.knowledge() != null) {
            prompt.append("\nWhat you know:\n").append(order.knowledge());
        }
        return prompt.toString();
    }

    private List<Known> ours() {
        var found = new ArrayList<Known>();
        for (JsonNode context : api.pages("/v1/contexts?")) {
            String name = context.path("name").asText();
            if (name.startsWith(PREFIX)) {
                found.add(new Known(
                        context.path("id").asText(),
                        name,
                        context.path("created_at").asText()));
            }
        }
        found.sort(Comparator.comparing(Known::createdAt));
        return found;
    }

    private void makeRoom(List<Known> ours) {
        for (Known oldest : ours.subList(0, Math.max(0, ours.size() + 1 - access.contexts()))) {
            try {
                api.delete("/v1/contexts/" + oldest.id());
            } catch (ProviderTrouble e) {
                // One more than wanted does no harm; the next order tries again.
                LOG.debugf("a context stays at the provider: %s", e.getMessage());
            }
        }
    }
}
