package dev.callsheet.conversation.turn;

import org.jspecify.annotations.Nullable;

/**
 * Who the avatar is.
 *
 * @param persona how it is and speaks; null for nothing particular
 * @param knowledge what it knows and answers from; null for nothing particular
 * @param language BCP 47 tag of the language it answers in; null for the person's own
 */
public record Manner(
        @Nullable String persona,
        @Nullable String knowledge,
        @Nullable String language) {
    private static final String FRAME =
            "You are a spoken avatar in a live conversation. Answer in a few short sentences,"
                    + " as one speaks: no lists, no headings, no symbols. Where an answer of yours ends with \""
                    + History.CUT
                    + "\", you were interrupted there and nothing after it was heard.";

    public static final Manner PLAIN = new Manner(null, null, null);

    /** What the language model is told before all else. */
    public String frame() {
        var frame = new StringBuilder(FRAME);
        if (persona != null && !persona.isBlank()) {
            frame.append("\nYour manner: ").append(persona.strip());
        }
        if (language != null && !language.isBlank()) {
            frame.append("\nAnswer in the language ").append(language.strip()).append('.');
        }
        if (knowledge != null && !knowledge.isBlank()) {
            frame.append("\nWhat you know, and answer from:\n").append(knowledge.strip());
        }
        return frame.toString();
    }
}
