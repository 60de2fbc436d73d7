package dev.callsheet.identity.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was heard in a clip and how it compares with the voice sample. It never moves the verdict on a clip, not even with
 * a speaker model: it is there for a person to read and to listen by.
 *
 * @param clip null without a sound stream
 * @param sample null without one
 * @param comparison null unless both hold enough speech
 * @param flags what a person should listen to
 */
public record VoiceReport(
        Status status,
        @Nullable Heard clip,
        @Nullable Heard sample,
        @Nullable Comparison comparison,
        List<Flag> flags) {
    public VoiceReport {
        flags = List.copyOf(flags);
    }

    /** How far the measurement came. */
    public enum Status {
        /** Compared by a speaker model, at its operator's threshold. */
        MEASURED,
        /** Compared by pitch and timbre only, which cannot tell speakers apart for certain. */
        ADVISORY,
        /** The clip has no sound stream. */
        NO_SOUND,
        /** There is no sample to compare with, or it has no sound stream. */
        NO_SAMPLE,
        /** The clip or the sample holds less than {@value VoiceMeter#LEAST_SPEECH_SECONDS} s of speech. */
        TOO_SHORT
    }

    /**
     * One sound.
     *
     * @param seconds of sound that were listened to
     * @param speechShare of {@code seconds}, 0 to 1
     * @param pitch null if hardly anything is voiced
     */
    public record Heard(
            double seconds,
            double speechSeconds,
            double speechShare,
            Levels levels,
            @Nullable Pitch pitch) {}

    /**
     * The clip's voice against the sample's.
     *
     * @param semitones how far the clip's median pitch is above the sample's; null where one has no pitch
     * @param grossSemitones from this distance on, up or down, it is flagged
     * @param speaker null without a speaker model
     */
    public record Comparison(
            @Nullable Double semitones,
            double grossSemitones,
            TimbreDistance timbre,
            @Nullable Similarity speaker) {}

    /**
     * What the operator's speaker model says.
     *
     * @param cosine between the two embeddings, -1 to 1
     * @param atThreshold whether {@code cosine} reaches {@code threshold}
     * @param source where the operator has model and threshold from
     */
    public record Similarity(
            String model, String sha256, double cosine, double threshold, boolean atThreshold, String source) {}

    /** Something to listen to; {@code text} has the figures. */
    public record Flag(Code code, String text) {}

    /** What there is to flag. */
    public enum Code {
        /** All of the sound is below {@value Levels#SILENT_DBFS} dB. */
        CLIP_SILENT,
        /** There is sound, and nobody speaks. */
        CLIP_WITHOUT_SPEECH,
        CLIP_CLIPPED,
        SAMPLE_SILENT,
        SAMPLE_WITHOUT_SPEECH,
        SAMPLE_CLIPPED,
        /** The voices' pitches are as far apart as most men's and women's. */
        GROSS_PITCH_MISMATCH,
        /** The operator's speaker model takes them for two speakers. */
        BELOW_SPEAKER_THRESHOLD
    }
}
