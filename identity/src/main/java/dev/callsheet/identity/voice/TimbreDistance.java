package dev.callsheet.identity.voice;

import java.util.List;

/**
 * How far the timbre of a clip's voice is from the sample's, with how far such a figure can be trusted. Advisory: music,
 * a room or effects move it as much as another speaker does.
 *
 * @param distance Bhattacharyya's, see {@link Timbre#distance}; 0 is equal
 * @param coefficients how many cepstral coefficients were compared
 * @param errorRates what this very figure was measured to tell apart
 */
public record TimbreDistance(double distance, int coefficients, List<ErrorRate> errorRates) {
    /**
     * Measured on the telephone prompts of the Debian packages {@code asterisk-core-sounds-{en,es,fr,it,ru}-g722} and
     * {@code asterisk-prompt-{es-co,fr-armelle,it-menardi-wav}}: 7 speakers, 98 pieces of 10 to 12 s, 637 same pairs and
     * 4,116 others. One studio and one codec a speaker make the first row better than generated clips can be.
     */
    private static final List<ErrorRate> MEASURED = List.of(
            new ErrorRate("clean studio speech", 0.979, 0.874, 0.11, 0.55),
            new ErrorRate("one of the two with equaliser, echo and noise", 0.964, 0.741, 0.19, 0.60),
            new ErrorRate("the same speaker in another language", 0.932, 0.337, 0.22, 0.50));

    public TimbreDistance {
        errorRates = List.copyOf(errorRates);
    }

    static TimbreDistance between(Timbre clip, Timbre sample) {
        return new TimbreDistance(clip.distance(sample), Timbre.COEFFICIENTS, MEASURED);
    }

    /**
     * One condition.
     *
     * @param auc area under the ROC curve: 1 parts all speakers, 0.5 none
     * @param tarAtFar1 share of same-speaker pairs accepted where 1 % of other pairs are
     * @param sameMedian median distance of one speaker's pieces
     * @param otherMedian median distance of different speakers' pieces
     */
    public record ErrorRate(String condition, double auc, double tarAtFar1, double sameMedian, double otherMedian) {}
}
