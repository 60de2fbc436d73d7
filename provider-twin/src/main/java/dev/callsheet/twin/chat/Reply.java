package dev.callsheet.twin.chat;

import dev.callsheet.twin.queue.domain.fault.FaultWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the twin answers: the same words to the same words, and never the pretence of a model. */
public final class Reply {
    private static final int QUOTED = 160;
    private static final Pattern SENTENCES = Pattern.compile("\\[\\[sentences:(\\d{1,3})]]");

    private Reply() {}

    /**
     * The answer to those words. {@code [[sentences:N]]} in them asks for that many; it and the words that order faults are
     * not repeated.
     */
    public static String to(String words) {
        var asked = SENTENCES.matcher(words);
        int sentences = asked.find() ? Integer.parseInt(asked.group(1)) : 0;
        String answer = answer(FaultWord.strip(asked.replaceAll("")));
        return sentences == 0 ? answer : counted(answer, sentences);
    }

    private static String counted(String answer, int sentences) {
        var text = new StringBuilder(answer);
        for (int i = 1; i <= sentences; i++) {
            text.append(" This is sentence ")
                    .append(i)
                    .append(" of ")
                    .append(sentences)
                    .append(" that were asked for.");
        }
        return text.toString();
    }

    private static String answer(String words) {
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
