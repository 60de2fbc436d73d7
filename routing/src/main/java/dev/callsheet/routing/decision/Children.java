package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests that a fan-out becomes: one for each picture, times the clips wanted of each. A child asks for one clip; the
 * parent's budget is shared out, so that all children together cannot spend more, and a stated seed counts up.
 */
public final class Children {
    private Children() {}

    /** None if the request is one clip, or a folder whose pictures nobody has listed yet. */
    public static List<JsonNode> of(JsonNode document, Decision decision) {
        VideoRequest request = RequestReader.read(document).request();
        if (!(document instanceof ObjectNode parent)
                || request == null
                || !decision.routed()
                || decision.clips() < 2
                || request.batch() != null) {
            return List.of();
        }
        List<ObjectNode> pictures = pictures(parent, request);
        int each = decision.clips() / pictures.size();
        List<JsonNode> children = new ArrayList<>();
        for (ObjectNode picture : pictures) {
            for (int copy = 0; copy < each; copy++) {
                children.add(child(picture, request, children.size(), decision.clips()));
            }
        }
        return List.copyOf(children);
    }

    /** The parent with one picture each; the parent itself where it is not fanned out by picture. */
    private static List<ObjectNode> pictures(ObjectNode parent, VideoRequest request) {
        if (request.output() == null || !request.output().perImage()) {
            return List.of(parent);
        }
        List<Optional<Role>> roles = MediaRoles.of(request);
        List<ObjectNode> pictures = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).equals(Optional.of(Role.FIRST_FRAME))) {
                ObjectNode child = parent.deepCopy();
                ObjectNode medium = parent.path("media").get(i).deepCopy();
                ArrayNode media = child.putArray("media");
                media.add(medium.put("role", "firstFrame"));
                pictures.add(child);
            }
        }
        return pictures.isEmpty() ? List.of(parent) : pictures;
    }

    private static ObjectNode child(ObjectNode picture, VideoRequest parent, int index, int clips) {
        ObjectNode child = picture.deepCopy();
        if (child.get("output") instanceof ObjectNode output) {
            output.remove(List.of("perImage", "clips"));
        }
        if (parent.seed() != null) {
            child.put("seed", (parent.seed() + index) & Integer.MAX_VALUE);
        }
        if (parent.budget() != null && child.get("budget") instanceof ObjectNode budget) {
            long share = parent.budget().limitMicros() / clips;
            budget.put("limit", BigDecimal.valueOf(share, 6).toPlainString());
        }
        return child;
    }
}
