package dev.callsheet.conversation.turn;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person waits for in one turn, stage by stage. Each moment is kept once: the first.
 *
 * @param endOfInput the person had finished
 * @param transcribed speech had become text; null for words that were text
 * @param firstToken the language model's first word
 * @param firstSentence the first sentence was complete and went to the voice
 * @param firstAudio the voice's first sound
 * @param sent the first chunk was handed to the avatar
 * @param firstFrame the avatar said that it speaks
 */
public record Timeline(
        Instant endOfInput,
        @Nullable Instant transcribed,
        @Nullable Instant firstToken,
        @Nullable Instant firstSentence,
        @Nullable Instant firstAudio,
        @Nullable Instant sent,
        @Nullable Instant firstFrame) {

    /** Of a turn that answers these words. */
    public static Timeline from(Input input) {
        return new Timeline(input.endOfInput(), input.transcribed(), null, null, null, null, null);
    }

    public Timeline token(Instant at) {
        return firstToken != null
                ? this
                : new Timeline(endOfInput, transcribed, at, firstSentence, firstAudio, sent, firstFrame);
    }

    public Timeline sentence(Instant at) {
        return firstSentence != null
                ? this
                : new Timeline(endOfInput, transcribed, firstToken, at, firstAudio, sent, firstFrame);
    }

    public Timeline audio(Instant at) {
        return firstAudio != null
                ? this
                : new Timeline(endOfInput, transcribed, firstToken, firstSentence, at, sent, firstFrame);
    }

    public Timeline sent(Instant at) {
        return sent != null
                ? this
                : new Timeline(endOfInput, transcribed, firstToken, firstSentence, firstAudio, at, firstFrame);
    }

    public Timeline frame(Instant at) {
        return firstFrame != null
                ? this
                : new Timeline(endOfInput, transcribed, firstToken, firstSentence, firstAudio, sent, at);
    }

    /** Milliseconds from the end of the input to a moment of this timeline; null stays null. */
    public @Nullable Long since(@Nullable Instant moment) {
        return moment == null ? null : Duration.between(endOfInput, moment).toMillis();
    }
}
