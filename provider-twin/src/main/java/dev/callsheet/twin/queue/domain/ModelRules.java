package dev.callsheet.twin.queue.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Rules of a model that concern several fields at once. */
public enum ModelRules {
    /** No such rules. */
    NONE {
        @Override
        Optional<String> queueFault(JsonNode payload) {
            return Optional.empty();
        }

        @Override
        Optional<String> upstreamFault(JsonNode payload) {
            return Optional.empty();
        }
    },
    /** Which media of image-to-video go together. */
    IMAGE_TO_VIDEO {
        @Override
        Optional<String> queueFault(JsonNode payload) {
            return Optional.empty();
        }

        @Override
        Optional<String> upstreamFault(JsonNode payload) {
            boolean frame = payload.hasNonNull("first_frame");
            boolean clip = payload.hasNonNull("first_clip");
            if (!frame && !clip) {
                return Optional.of("InvalidParameter: first_frame or first_clip is required");
            }
            return clip && (frame || payload.hasNonNull("driving_audio"))
                    ? Optional.of("InvalidParameter: first_clip goes with last_frame only")
                    : Optional.empty();
        }
    },
    /** How many references there may be, and how long a clip with a reference video. */
    REFERENCE_TO_VIDEO {
        @Override
        Optional<String> queueFault(JsonNode payload) {
            int references = references(payload);
            return references > MOST_REFERENCES
                    ? Optional.of("reference_image and reference_video have " + references
                            + " entries together, allowed are " + MOST_REFERENCES)
                    : Optional.empty();
        }

        @Override
        Optional<String> upstreamFault(JsonNode payload) {
            if (references(payload) == 0) {
                return Optional.of("InvalidParameter: at least one reference image or video is required");
            }
            return payload.path("reference_video").size() > 0
                            && payload.path("duration").asInt() > 10
                    ? Optional.of("InvalidParameter: duration must be 2-10 with a reference video")
                    : Optional.empty();
        }
    };

    private static final int MOST_REFERENCES = 5;

    abstract Optional<String> queueFault(JsonNode payload);

    abstract Optional<String> upstreamFault(JsonNode payload);

    private static int references(JsonNode payload) {
        return payload.path("reference_image").size()
                + payload.path("reference_video").size();
    }
}
