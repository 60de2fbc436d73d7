package dev.callsheet.routing.decision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the names and numbers by which a prompt binds references. One pass for each, no regular expression. */
final class PromptTokens {
    private PromptTokens() {}

    /** The names in {@code @{name}}, in order, each once. An unclosed one is told as far as it goes. */
    static Collection<String> names(String prompt) {
        Set<String> names = new LinkedHashSet<>();
        for (int at = prompt.indexOf("@{"); at >= 0; at = prompt.indexOf("@{", at + 2)) {
            int end = prompt.indexOf('}', at);
            names.add(end < 0 ? prompt.substring(at + 2) : prompt.substring(at + 2, end));
        }
        return names;
    }

    /** The numbers that follow the word (which ends in its blank), as in {@code Image 2}, in order, each once. */
    static Collection<Integer> numbers(String prompt, String word) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int at = prompt.indexOf(word); at >= 0; at = prompt.indexOf(word, at + 1)) {
            int from = at + word.length();
            int end = from;
            while (end < prompt.length() && end - from < 4 && isDigit(prompt.charAt(end))) {
                end++;
            }
            boolean whole = (at == 0 || !Character.isLetterOrDigit(prompt.charAt(at - 1)))
                    && (end == prompt.length() || !Character.isLetterOrDigit(prompt.charAt(end)));
            if (end > from && whole) {
                numbers.add(Integer.parseInt(prompt, from, end, 10));
            }
        }
        return numbers;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
