package dev.callsheet.twin.chat;

import java.util.ArrayList;
import java.util.List;

/** What the twin answers: the same words to the same words, and never the pretence of a model. */
final class Reply {
    private static final int QUOTED = 160;

    private Reply() {}

    static String to(String words) {
        String said = words.strip().replaceAll("\\s+", " ");
        if (said.isEmpty()) {
            return "I am a simulated assistant. I did not hear any words.";
        }
        String quoted = said.length() <= QUOTED ? said : said.substring(0, QUOTED) + " and so on";
        String kind = said.endsWith("?") ? "You asked: " : "You said: ";
        String end = quoted.matches(".*[.!?]$") ? "" : ".";
        return "I am a simulated assistant. " + kind + quoted + end
                + " A real language model would answer here in its own words.";
    }

    /** The text in pieces of a word each, as a model streams it; joined they are the text. */
    static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                tokens.add(text.substring(start, i));
                start = i;
            }
        }
        tokens.add(text.substring(start));
        return tokens;
    }
}
