package dev.callsheet.identity.voice;

import dev.callsheet.identity.voice.VoiceReport.Code;
import dev.callsheet.identity.voice.VoiceReport.Comparison;
import dev.callsheet.identity.voice.VoiceReport.Flag;
import dev.callsheet.identity.voice.VoiceReport.Similarity;
import dev.callsheet.identity.voice.VoiceReport.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the sound of a clip against a voice sample. Equal sounds give an equal report. Thread-safe. */
public final class VoiceMeter {
    /** With less, neither pitch nor timbre says much. */
    static final double LEAST_SPEECH_SECONDS = 3;
    /**
     * Of 771 pairs of pieces by one speaker none was this far apart, of pairs of a voice under 140 Hz and one over 190 Hz
     * 98 % were (16 speakers: those of {@link TimbreDistance} and of the Debian package klettres-data, a language each
     * but German, which two people speak).
     */
    static final double GROSS_SEMITONES = 7;
    /** Unclipped voices stay below a fifteenth of it, see {@link Levels}. */
    static final double CLIPPED_SHARE = 0.001;

    private final VoiceActivity activity;
    private final @Nullable SpeakerModel speaker;

    public VoiceMeter(VoiceActivity activity, Optional<SpeakerModel> speaker) {
        this.activity = activity;
        this.speaker = speaker.orElse(null);
    }

    /** Empty stands for a file without a sound stream; for the sample also for none at all. */
    public VoiceReport measure(Optional<Sound> clip, Optional<Sound> sample) {
        Ear ofClip = clip.map(sound -> Ear.listen(sound, activity)).orElse(null);
        Ear ofSample = sample.map(sound -> Ear.listen(sound, activity)).orElse(null);
        List<Flag> flags = new ArrayList<>();
        if (ofClip != null) {
            flag(flags, "the clip", ofClip, Code.CLIP_SILENT, Code.CLIP_WITHOUT_SPEECH, Code.CLIP_CLIPPED);
        }
        if (ofSample != null) {
            flag(flags, "the sample", ofSample, Code.SAMPLE_SILENT, Code.SAMPLE_WITHOUT_SPEECH, Code.SAMPLE_CLIPPED);
        }
        if (ofClip == null) {
            return report(Status.NO_SOUND, ofClip, ofSample, null, flags);
        }
        if (ofSample == null) {
            return report(Status.NO_SAMPLE, ofClip, ofSample, null, flags);
        }
        if (ofClip.speechSeconds() < LEAST_SPEECH_SECONDS || ofSample.speechSeconds() < LEAST_SPEECH_SECONDS) {
            return report(Status.TOO_SHORT, ofClip, ofSample, null, flags);
        }
        Comparison comparison = compare(ofClip, ofSample, flags);
        return report(speaker == null ? Status.ADVISORY : Status.MEASURED, ofClip, ofSample, comparison, flags);
    }

    private static VoiceReport report(
            Status status,
            @Nullable Ear clip,
            @Nullable Ear sample,
            @Nullable Comparison comparison,
            List<Flag> flags) {
        return new VoiceReport(
                status, clip == null ? null : clip.heard(), sample == null ? null : sample.heard(), comparison, flags);
    }

    private Comparison compare(Ear clip, Ear sample, List<Flag> flags) {
        Double semitones = null;
        if (clip.heard().pitch() != null && sample.heard().pitch() != null) {
            semitones = clip.heard().pitch().semitonesAbove(sample.heard().pitch());
            if (Math.abs(semitones) >= GROSS_SEMITONES) {
                flags.add(new Flag(
                        Code.GROSS_PITCH_MISMATCH,
                        text(
                                "the clip's voice is around %.0f Hz, the sample's around %.0f Hz: %.1f semitones %s; flagged from %.0f",
                                clip.heard().pitch().medianHertz(),
                                sample.heard().pitch().medianHertz(),
                                Math.abs(semitones),
                                semitones > 0 ? "higher" : "lower",
                                GROSS_SEMITONES)));
            }
        }
        Similarity similarity = speaker == null ? null : similarity(speaker, clip, sample);
        if (similarity != null && !similarity.atThreshold()) {
            flags.add(new Flag(
                    Code.BELOW_SPEAKER_THRESHOLD,
                    text(
                            "the speaker model's similarity is %.3f, below the operator's threshold of %.3f",
                            similarity.cosine(), similarity.threshold())));
        }
        TimbreDistance timbre = TimbreDistance.between(Timbre.of(clip.speech()), Timbre.of(sample.speech()));
        return new Comparison(semitones, GROSS_SEMITONES, timbre, similarity);
    }

    private static Similarity similarity(SpeakerModel model, Ear clip, Ear sample) {
        double cosine = SpeakerModel.cosine(model.embed(clip.speech()), model.embed(sample.speech()));
        SpeakerModel.Description told = model.description();
        return new Similarity(
                told.model(), told.sha256(), cosine, told.threshold(), cosine >= told.threshold(), told.source());
    }

    private static void flag(List<Flag> flags, String whose, Ear ear, Code silent, Code speechless, Code clipped) {
        Levels levels = ear.heard().levels();
        if (levels.silentShare() == 1) {
            flags.add(new Flag(silent, text("all of %s is below %.0f dB", whose, Levels.SILENT_DBFS)));
        } else if (ear.heard().speechSeconds() == 0) {
            flags.add(new Flag(
                    speechless,
                    text("%.1f s of sound, but nobody speaks in %s", ear.heard().seconds(), whose)));
        }
        if (levels.clippedShare() >= CLIPPED_SHARE) {
            flags.add(new Flag(
                    clipped,
                    text(
                            "%.2f %% of %s is cut off at full scale; flagged from %.1f %%",
                            100 * levels.clippedShare(), whose, 100 * CLIPPED_SHARE)));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** One sound, listened to; {@code speech} is what is spoken in it. */
    private record Ear(VoiceReport.Heard heard, Sound speech) {
        static Ear listen(Sound sound, VoiceActivity activity) {
            Speech spoken = Speech.in(sound, activity);
            Sound speech = spoken.only(sound);
            return new Ear(
                    new VoiceReport.Heard(
                            sound.seconds(),
                            spoken.seconds(),
                            spoken.share(),
                            Levels.of(sound),
                            Pitch.of(speech).orElse(null)),
                    speech);
        }

        double speechSeconds() {
            return heard.speechSeconds();
        }
    }
}
