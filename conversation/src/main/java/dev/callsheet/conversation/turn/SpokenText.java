package dev.callsheet.conversation.turn;

import java.util.List;

/** Up to which word a text was heard. */
public final class SpokenText {
    private SpokenText() {}

    /**
     * The part of a sentence that was heard, up to its last whole word. Speech is taken as even: a share of the time is the
     * same share of the letters.
     *
     * @param share of the sentence's sound that was heard, 0 to 1
     */
    public static String heard(String sentence, double share) {
        if (share >= 1) {
            return sentence;
        }
        int end = (int) (sentence.length() * Math.max(share, 0));
        while (end > 0 && !boundary(sentence, end)) {
            end--;
        }
        return sentence.substring(0, end).strip();
    }

    /** One text of several sentences. Languages that are written without spaces get none. */
    public static String join(List<String> sentences) {
        var text = new StringBuilder();
        for (String sentence : sentences) {
            if (!text.isEmpty() && !sentence.isEmpty() && text.charAt(text.length() - 1) < '\u2e80') {
                text.append(' ');
            }
            text.append(sentence);
        }
        return text.toString();
    }

    private static boolean boundary(String text, int end) {
        char before = text.charAt(end - 1);
        char after = text.charAt(end);
        return Character.isWhitespace(after) || Character.isWhitespace(before) || ideograph(before) && ideograph(after);
    }

    private static boolean ideograph(char letter) {
        return letter >= '\u2e80' && letter <= '\u9fff';
    }
}
