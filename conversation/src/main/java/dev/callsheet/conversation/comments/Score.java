package dev.callsheet.conversation.comments;

import java.util.Locale;

/**
 * What a group of comments is worth, part by part:
 * {@code (asker x log2(1 + askers) + question + named) x freshness x news x author}.
 *
 * @param askers weight times log2(1 + askers)
 * @param question its weight, or 0
 * @param named its weight, or 0
 * @param freshness 0.5 to the power of age over half-life, from the newest asker
 * @param news 0 just after one like it was answered, rising evenly to 1
 * @param author 1, or less for one who was chosen lately
 */
public record Score(double askers, double question, double named, double freshness, double news, double author) {
    public double value() {
        return (askers + question + named) * freshness * news * author;
    }

    /** The sum in words, for the record. */
    public String told() {
        return String.format(
                Locale.ROOT,
                "%.3f = (askers %.2f + question %.2f + named %.2f) x fresh %.2f x news %.2f x author %.2f",
                value(),
                askers,
                question,
                named,
                freshness,
                news,
                author);
    }
}
