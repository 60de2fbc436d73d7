package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks for, from either door. {@link RequestReader} makes one from JSON; the schema is
 * {@code schemas/video-requested.v1.json}.
 *
 * @param maxTakes how many paid attempts at most, 1 or more
 */
public record VideoRequest(
        @Nullable String prompt,
        @Nullable String negativePrompt,
        List<Medium> media,
        @Nullable Avatar avatar,
        @Nullable Latency latency,
        @Nullable Output output,
        @Nullable String campaign,
        @Nullable String model,
        @Nullable Consent consent,
        @Nullable Long seed,
        Priority priority,
        int maxTakes,
        @Nullable Budget budget) {
    /** The event type that asks for a video. */
    public static final String TYPE = "dev.callsheet.video.requested.v1";

    public VideoRequest {
        media = List.copyOf(media);
    }

    /** What an input is for. The slot is the intent, not the count. */
    public enum Role {
        @JsonProperty("firstFrame")
        FIRST_FRAME,
        @JsonProperty("lastFrame")
        LAST_FRAME,
        @JsonProperty("firstClip")
        FIRST_CLIP,
        @JsonProperty("drivingAudio")
        DRIVING_AUDIO,
        @JsonProperty("reference")
        REFERENCE,
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("overlay")
        OVERLAY,
        @JsonProperty("liveFace")
        LIVE_FACE
    }

    public enum MediumType {
        @JsonProperty("image")
        IMAGE,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("audio")
        AUDIO
    }

    /** The kinds of subject; an object or a mascot is never measured by a face. */
    public enum Kind {
        @JsonProperty("human")
        HUMAN,
        @JsonProperty("character")
        CHARACTER,
        @JsonProperty("object")
        OBJECT
    }

    /**
     * One input. Width and height in pixels, size in bytes, length in seconds, as far as the partner states them.
     *
     * @param role null for an input without a stated role
     * @param character the name that {@code @{name}} in the prompt binds to
     */
    public record Medium(
            @Nullable Role role,
            @Nullable MediumType type,
            String uri,
            @Nullable String character,
            @Nullable Kind kind,
            @Nullable Voice voice,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long bytes,
            @Nullable Double seconds) {}

    /** A voice sample bound to the character of its medium. */
    public record Voice(String uri, @Nullable Double seconds, boolean required) {}

    public record Avatar(@Nullable String id, @Nullable String persona) {}

    /**
     * @param responseMs wanted answer time per turn, in milliseconds
     * @param hard whether missing it makes the result worthless
     */
    public record Latency(
            @Nullable Long responseMs, @Nullable Instant deadline, boolean hard) {}

    public enum OutputKind {
        @JsonProperty("stream")
        STREAM,
        @JsonProperty("file")
        FILE,
        @JsonProperty("series")
        SERIES
    }

    /**
     * @param resolution in upper case, as {@code 720P}
     * @param seconds wanted length
     * @param ratio width to height, as {@code 16:9}
     * @param perImage one clip for each picture
     */
    public record Output(
            @Nullable OutputKind kind,
            @Nullable String resolution,
            @Nullable Double seconds,
            @Nullable String ratio,
            boolean perImage) {}

    public record Consent(
            String subject, Set<String> scope, @Nullable Instant until) {
        public Consent {
            scope = Set.copyOf(new java.util.TreeSet<>(scope));
        }
    }

    public enum Priority {
        @JsonProperty("high")
        HIGH,
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("low")
        LOW
    }

    /** The most that a request may cost, in micros of US dollars. */
    public record Budget(long limitMicros) {}
}
