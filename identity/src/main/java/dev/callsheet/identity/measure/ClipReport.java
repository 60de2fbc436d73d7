package dev.callsheet.identity.measure;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.clip.ClipFacts;
import dev.callsheet.identity.voice.VoiceReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measurement of one clip: the same clip, references and calibration give an equal report.
 *
 * @param schema name and version of this form
 * @param verdict the gravest of the characters' verdicts
 * @param clip null if the file could not be read
 * @param calibration what the limits were made from
 * @param sampling which frames were looked at
 * @param flags what a person should look at in the clip as a whole; never part of the verdict
 */
public record ClipReport(
        String schema,
        Verdict.Outcome verdict,
        List<Verdict.Reason> reasons,
        @Nullable ClipFacts clip,
        Ruler calibration,
        @Nullable Sampled sampling,
        List<OfCharacter> characters,
        List<Flag> flags) {
    public static final String SCHEMA = "callsheet.clip-report.v2";

    public ClipReport {
        reasons = List.copyOf(reasons);
        characters = List.copyOf(characters);
        flags = List.copyOf(flags);
    }

    /** The calibration, as far as a reader of the report needs it. @param falseAcceptRate stated for the threshold */
    public record Ruler(
            String id,
            String note,
            String detector,
            String embedder,
            String scoreKind,
            double falseAcceptRate,
            double claimable,
            Limits limits) {
        static Ruler of(Calibration calibration) {
            return new Ruler(
                    calibration.id(),
                    calibration.note(),
                    calibration.models().detector().id(),
                    calibration.models().embedder().id(),
                    calibration.scoreKind(),
                    calibration.basis().falseAcceptRate(),
                    calibration.basis().claimable(),
                    calibration.limits());
        }
    }

    /**
     * Which frames were looked at.
     *
     * @param frames evenly sampled, first, last and beside cuts
     * @param refined more of them around failures
     * @param cuts seconds at which a new shot begins
     */
    public record Sampled(int frames, int refined, List<Double> cuts) {
        public Sampled {
            cuts = List.copyOf(cuts);
        }
    }

    /** Something to look at that is no verdict, such as COPY_PASTE; value and limit where there are figures. */
    public record Flag(
            String code,
            String text,
            @Nullable Double value,
            @Nullable Double limit) {}

    /**
     * One character's part.
     *
     * @param prototype where it comes from: {@code references}, or the registered character that it is pinned to
     * @param references labels of the references that were used; {@code nearestReference} counts in this list
     * @param scores null where nothing was measured by face
     * @param likeness the fallback's figures, for what has no human face; null otherwise
     * @param voice null without a voice to compare with
     * @param worst indexes into {@code frames}, the gravest first
     */
    public record OfCharacter(
            String name,
            VideoRequest.Kind kind,
            Verdict verdict,
            String prototype,
            List<String> references,
            List<Binding.Warning> warnings,
            @Nullable CharacterScores scores,
            @Nullable LikenessScores likeness,
            @Nullable VoiceReport voice,
            List<Flag> flags,
            List<Integer> worst,
            List<FrameScore> frames) {
        public OfCharacter {
            references = List.copyOf(references);
            warnings = List.copyOf(warnings);
            flags = List.copyOf(flags);
            worst = List.copyOf(worst);
            frames = List.copyOf(frames);
        }
    }

    /**
     * How alike a character or an object looks, by the fallback embedding: a help for the eye, never a verdict alone.
     *
     * @param band LIKELY_SAME, UNSURE or LIKELY_DIFFERENT
     * @param median of the frames' similarities, 0 to 1
     * @param tenthPercentile nine of ten frames are at least this similar
     * @param same,different the lines of the bands for these references
     */
    public record LikenessScores(
            String band,
            int frames,
            double median,
            double tenthPercentile,
            double least,
            double same,
            double different) {}

    /** The report on a clip of which nothing can be measured, and why. */
    public static ClipReport notMeasurable(
            @Nullable ClipFacts clip, Calibration calibration, String rule, String text) {
        Verdict verdict = Verdict.notMeasurable(rule, text);
        return new ClipReport(
                SCHEMA, verdict.outcome(), verdict.reasons(), clip, Ruler.of(calibration), null, List.of(), List.of());
    }
}
