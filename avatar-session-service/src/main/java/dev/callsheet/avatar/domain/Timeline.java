package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person waits for in one turn. Each moment is kept once.
 *
 * @param endOfInput the words were complete
 * @param firstToken the language model's first word
 * @param firstAudio the first audio was handed to the avatar
 * @param firstFrame the avatar said that it speaks
 */
public record Timeline(
        Instant endOfInput,
        @Nullable Instant firstToken,
        @Nullable Instant firstAudio,
        @Nullable Instant firstFrame) {

    static Timeline from(Instant endOfInput) {
        return new Timeline(endOfInput, null, null, null);
    }

    Timeline token(Instant at) {
        return firstToken != null ? this : new Timeline(endOfInput, at, firstAudio, firstFrame);
    }

    Timeline audio(Instant at) {
        return firstAudio != null ? this : new Timeline(endOfInput, firstToken, at, firstFrame);
    }

    Timeline frame(Instant at) {
        return firstFrame != null ? this : new Timeline(endOfInput, firstToken, firstAudio, at);
    }

    /** Milliseconds from the end of the input. */
    public @Nullable Long firstTokenMs() {
        return after(firstToken);
    }

    /** Milliseconds from the end of the input. */
    public @Nullable Long firstAudioMs() {
        return after(firstAudio);
    }

    /** Milliseconds from the end of the input. */
    public @Nullable Long firstFrameMs() {
        return after(firstFrame);
    }

    private @Nullable Long after(@Nullable Instant moment) {
        return moment == null ? null : Duration.between(endOfInput, moment).toMillis();
    }
}
