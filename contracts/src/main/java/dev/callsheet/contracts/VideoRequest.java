package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks for, from either door. {@link RequestReader} makes one from JSON; the schema is
 * {@code schemas/video-requested.v1.json}.
 *
 * @param maxTakes how many paid attempts at most, 1 or more
 * @param title for people; never read by the router
 * @param fallbackModels models that may stand in; each is held against the inputs
 * @param startsAt when a live session is planned to begin; not a latency
 * @param events which status events are wanted; not a stream of video
 * @param acceptance which clip is good enough; null for the usual
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
        @Nullable Budget budget,
        @Nullable String title,
        @Nullable Batch batch,
        List<String> fallbackModels,
        @Nullable Instant startsAt,
        List<String> events,
        @Nullable Acceptance acceptance) {
    /** The event type that asks for a video. */
    public static final String TYPE = "dev.callsheet.video.requested.v1";

    public VideoRequest {
        media = List.copyOf(media);
        fallbackModels = List.copyOf(fallbackModels);
        events = List.copyOf(events);
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
     * @param alpha whether the picture has transparent parts; null if nobody says
     * @param realPerson whether a living person is shown; needs a consent
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
            @Nullable Double seconds,
            @Nullable Boolean alpha,
            boolean realPerson) {}

    /**
     * A voice sample bound to the character of its medium.
     *
     * @param required whether a clip without this voice is worthless
     * @param trim whether a sample that is too long may be cut
     * @param realPerson whether a living person is heard; needs a consent
     */
    public record Voice(String uri, @Nullable Double seconds, boolean required, boolean trim, boolean realPerson) {}

    /** How a person takes part in a live session. */
    public enum Interactivity {
        @JsonProperty("conversational")
        CONVERSATIONAL,
        @JsonProperty("pushToTalk")
        PUSH_TO_TALK
    }

    /** @param interactivity names a live mode */
    public record Avatar(
            @Nullable String id,
            @Nullable String persona,
            @Nullable Interactivity interactivity) {}

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
     * @param clips how many clips of the same request; null for one
     * @param also further kinds of result wanted in the same request
     */
    public record Output(
            @Nullable OutputKind kind,
            @Nullable String resolution,
            @Nullable Double seconds,
            @Nullable String ratio,
            boolean perImage,
            @Nullable Integer clips,
            List<OutputKind> also) {
        public Output {
            also = List.copyOf(also);
        }
    }

    /**
     * Pictures that are not listed one by one: a folder, one clip for each.
     *
     * @param count how many pictures lie there
     * @param concurrency how many renders at once the partner was granted; null for the policy's
     * @param typicalSeconds how long one render takes by the partner's own measure; null for the policy's
     */
    public record Batch(
            String uri,
            int count,
            @Nullable Integer concurrency,
            @Nullable Double typicalSeconds) {}

    /**
     * @param scope what is consented to: {@code face}, {@code voice}
     * @param until null for no end
     */
    public record Consent(
            @Nullable String id,
            @Nullable String subject,
            Set<String> scope,
            @Nullable Instant until) {
        public Consent {
            // In order: what is written of it is the same bytes each time.
            scope = Collections.unmodifiableSet(new TreeSet<>(scope));
        }
    }

    /** From which verdict on a clip is taken again, as long as takes and budget are left. */
    public enum RetakeOn {
        /** The character is somebody else. */
        @JsonProperty("fail")
        FAIL,
        /** Also if a person would have to look. */
        @JsonProperty("review")
        REVIEW
    }

    /**
     * Which clip is good enough.
     *
     * @param retakeOn null for fail
     * @param hold whether the request waits for a person's word where the best clip did not pass
     */
    public record Acceptance(@Nullable RetakeOn retakeOn, boolean hold) {}

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
