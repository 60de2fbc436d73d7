package dev.callsheet.conversation.hearing;

import java.time.Duration;

/**
 * When sound counts as speech.
 *
 * @param begins a frame at least as likely speech as this is voiced
 * @param goesOn within speech, a frame at least as likely is voiced still; not above {@code begins}
 * @param speech so much voiced sound begins speech
 * @param shortest what has less voiced sound in all is dropped: a cough
 * @param before so much sound before it belongs to it, for the soft start of a first syllable
 * @param silence so long without voice ends it
 * @param longest it is cut after that
 */
public record EarRules(
        float begins,
        float goesOn,
        Duration speech,
        Duration shortest,
        Duration before,
        Duration silence,
        Duration longest) {
    private static final double FRAME_MILLIS = VoiceActivity.FRAME * 1000.0 / Ear.RATE;

    public EarRules {
        if (!(0 < goesOn && goesOn <= begins && begins <= 1)) {
            throw new IllegalArgumentException(
                    "0 < goesOn <= begins <= 1 is needed, found " + goesOn + " and " + begins);
        }
        if (speech.isNegative() || speech.isZero() || before.isNegative() || silence.compareTo(longest) >= 0) {
            throw new IllegalArgumentException("speech must be positive, before not negative, silence below longest");
        }
    }

    /** 200 ms of speech, 250 ms in all, 300 ms before it, 500 ms of silence, a minute at most; Silero's usual thresholds. */
    public static EarRules usual() {
        return new EarRules(
                0.5f,
                0.35f,
                Duration.ofMillis(200),
                Duration.ofMillis(250),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                Duration.ofSeconds(60));
    }

    /** Frames of {@link VoiceActivity#FRAME} samples in that time, rounded, at least one. */
    static int frames(Duration time) {
        return Math.max(1, (int) Math.round(time.toMillis() / FRAME_MILLIS));
    }
}
