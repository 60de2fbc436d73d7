package dev.callsheet.identity.measure;

import dev.callsheet.identity.clip.ClipFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measurement of one clip: the same clip, references and limits give an equal report.
 *
 * @param schema name and version of this form
 * @param verdict the gravest of the characters' verdicts
 * @param clip null if the file could not be read
 */
public record ClipReport(
        String schema,
        Verdict.Outcome verdict,
        List<Verdict.Reason> reasons,
        @Nullable ClipFacts clip,
        Limits calibration,
        List<OfCharacter> characters) {
    public static final String SCHEMA = "callsheet.clip-report.v1";

    public ClipReport {
        reasons = List.copyOf(reasons);
        characters = List.copyOf(characters);
    }

    /**
     * One character's part.
     *
     * @param references labels of the references that were used; {@code nearestReference} counts in this list
     * @param scores null without a usable reference
     * @param worst indexes into {@code frames}, the gravest first
     */
    public record OfCharacter(
            String name,
            Verdict verdict,
            List<String> references,
            List<Binding.Warning> warnings,
            @Nullable CharacterScores scores,
            List<Integer> worst,
            List<FrameScore> frames) {
        public OfCharacter {
            references = List.copyOf(references);
            warnings = List.copyOf(warnings);
            worst = List.copyOf(worst);
            frames = List.copyOf(frames);
        }
    }

    /** The report on a clip of which nothing can be measured, and why. */
    public static ClipReport notMeasurable(@Nullable ClipFacts clip, Limits limits, String rule, String text) {
        Verdict verdict = Verdict.notMeasurable(rule, text);
        return new ClipReport(SCHEMA, verdict.outcome(), verdict.reasons(), clip, limits, List.of());
    }
}
