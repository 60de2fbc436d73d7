package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two requests that differ in one thing, whether the prompt binds the character, each sent once for every seed.
 *
 * @param bound the request that names its characters in the prompt
 * @param text the one that describes them in words
 * @param pairs how many seeds
 * @param expectedBound,expectedText rates that the number of pairs is reckoned from
 * @param alpha the two-sided error of the first kind that is allowed
 * @param power the chance to see a difference as large as expected
 * @param seed of the first pair; each next one more
 */
public record TrialDesign(
        JsonNode bound,
        JsonNode text,
        int pairs,
        double expectedBound,
        double expectedText,
        double alpha,
        double power,
        long seed) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Pairs that the stated power needs: the sample size for two proportions without a continuity correction (Fleiss,
     * Levin, Paik: Statistical Methods for Rates and Proportions, 3rd ed. 2003, formula 4.14).
     */
    public int needed() {
        double between = (expectedBound + expectedText) / 2;
        double ofNone = NORMAL.inverseSurvivalProbability(alpha / 2) * Math.sqrt(2 * between * (1 - between));
        double ofOne = NORMAL.inverseCumulativeProbability(power)
                * Math.sqrt(expectedBound * (1 - expectedBound) + expectedText * (1 - expectedText));
        double difference = expectedBound - expectedText;
        double exact = (ofNone + ofOne) * (ofNone + ofOne) / (difference * difference);
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceil(exact)));
    }

    public boolean suffices() {
        return pairs >= needed();
    }

    /** The seed of a pair, from 1; after the largest comes 0. */
    public long seedOf(int pair) {
        return (seed + pair - 1) % (1L + Integer.MAX_VALUE);
    }
}
