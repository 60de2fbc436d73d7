package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one room hands to the next: read by exactly one service. */
public sealed interface Work {
    RequestId requestId();

    /**
     * A routed request, on {@code callsheet.work.<route>}.
     *
     * @param request as the partner sent it, untouched
     */
    record Assigned(RequestId requestId, TenantId tenant, Decision decision, JsonNode request) implements Work {
        public static final String TYPE = "dev.callsheet.work.assigned.v1";
    }

    /**
     * A stored clip to be measured, on {@code callsheet.work.scoring}.
     *
     * @param clip where it is stored, {@code s3://bucket/key}
     * @param bound whether the prompt named the characters
     */
    record Scoring(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            @Nullable String campaign,
            String clip,
            boolean bound,
            List<Character> characters)
            implements Work {
        public static final String TYPE = "dev.callsheet.work.scoring.v1";

        public Scoring {
            characters = List.copyOf(characters);
        }
    }

    /** Who should be seen. References are {@code s3://} or https addresses of pictures or clips. */
    record Character(String name, VideoRequest.Kind kind, List<String> references) {
        public Character {
            references = List.copyOf(references);
        }
    }
}
