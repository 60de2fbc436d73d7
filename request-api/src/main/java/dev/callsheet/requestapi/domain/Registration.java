package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A character as its owner registers it.
 *
 * @param document as it came, in the form that {@link RegistrationReader} has found good
 */
public record Registration(JsonNode document) {

    public String name() {
        return document.path("name").asText();
    }

    public String kind() {
        return document.path("kind").asText();
    }

    public int references() {
        return document.path("references").size();
    }

    /** When consent or registration ends, whichever is first; null for no end. */
    public @Nullable Instant endsAt() {
        VideoRequest.Consent consent = consent();
        Instant first = consent == null ? null : consent.until();
        if (!document.path("until").isTextual()) {
            return first;
        }
        Instant own = RegistrationReader.time(document.path("until").asText()).orElse(null);
        return first == null || own != null && own.isBefore(first) ? own : first;
    }

    VideoRequest.@Nullable Consent consent() {
        VideoRequest request = RequestReader.read(casting()).request();
        return request == null ? null : request.consent();
    }

    /** Who should be seen, as the scorer reads it. */
    Work.Character character() {
        VideoRequest request = RequestReader.read(casting()).request();
        if (request == null) {
            throw new IllegalStateException("a registration was kept that is none");
        }
        VideoRequest.Medium first = request.media().getFirst();
        return new Work.Character(
                name(),
                first.kind() == null ? VideoRequest.Kind.HUMAN : first.kind(),
                request.media().stream().map(VideoRequest.Medium::uri).toList(),
                first.voice() == null ? null : first.voice().uri());
    }

    /** Its references as media of a request that casts it; the voice hangs on the first. */
    List<ObjectNode> media() {
        return document.path("references").valueStream().map(this::medium).toList();
    }

    private ObjectNode medium(JsonNode reference) {
        ObjectNode medium = JsonNodeFactory.instance.objectNode();
        reference.properties().forEach(field -> medium.set(field.getKey(), field.getValue()));
        medium.put("role", "reference");
        medium.set("character", document.path("name"));
        medium.set("kind", document.path("kind"));
        if (document.has("voice") && reference == document.path("references").get(0)) {
            medium.set("voice", document.path("voice"));
        }
        return medium;
    }

    /** The least request that casts it: what holds for its inputs holds for the character. */
    ObjectNode casting() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("prompt", "@{" + name() + "}");
        request.putObject("output").put("kind", "file");
        request.putArray("media").addAll(media());
        if (document.has("consent")) {
            request.set("consent", document.path("consent"));
        }
        return request;
    }
}
