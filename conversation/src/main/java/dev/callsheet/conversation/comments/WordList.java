package dev.callsheet.conversation.comments;

import dev.callsheet.conversation.line.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A moderator that knows words. An entry is a word; a beginning of words with a star at its end; or a regular expression
 * between slashes, which is looked for in the plain text. Words are found through drawn-out and look-alike letters,
 * digits for letters, masked letters, dots and spaces between letters; whole words only, so that harmless longer ones
 * pass. An entry in a script without spaces is found anywhere.
 */
public final class WordList implements Moderator {
    private static final String LABEL = "word";

    private final List<Pattern> expressions;
    private final List<String> anywhere;
    private final List<String> plain;
    private final Pattern words;

    /** @throws IllegalArgumentException if an entry is not a regular expression though it stands between slashes */
    public WordList(Collection<String> entries) {
        List<Pattern> found = new ArrayList<>();
        List<String> spaceless = new ArrayList<>();
        List<String> spelled = new ArrayList<>();
        for (String entry : entries) {
            String word = entry.strip();
            if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
                found.add(expression(word.substring(1, word.length() - 1)));
            } else if (!word.isEmpty()) {
                String folded = Folded.of(word);
                (Folded.spaceless(folded) ? spaceless : spelled).add(folded);
            }
        }
        expressions = List.copyOf(found);
        anywhere = List.copyOf(spaceless);
        plain = spelled.stream().filter(word -> !word.endsWith("*")).toList();
        words = Pattern.compile(spelled.stream().map(WordList::drawnOut).collect(Collectors.joining("|", "(?:", ")")));
    }

    @Override
    public Work judge(List<String> texts, Sink sink) {
        sink.verdicts(texts.stream().map(this::judge).toList());
        return () -> {};
    }

    /** The verdict on one text. */
    public Verdict judge(String text) {
        for (Pattern expression : expressions) {
            if (expression.matcher(text).find()) {
                return Verdict.refused("expression");
            }
        }
        String folded = Folded.of(text);
        boolean bad = anywhere.stream().anyMatch(folded::contains)
                || Folded.candidates(folded).stream().anyMatch(this::known);
        return bad ? Verdict.refused(LABEL) : Verdict.ALLOWED;
    }

    private boolean known(String candidate) {
        if (candidate.indexOf('*') >= 0) {
            return plain.stream().anyMatch(word -> masks(candidate, word));
        }
        return words.matcher(candidate).matches();
    }

    /** Some letters, at least the first one not, are stars. */
    private static boolean masks(String candidate, String word) {
        if (candidate.length() != word.length() || candidate.length() < 3 || candidate.charAt(0) == '*') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (candidate.charAt(i) != '*' && candidate.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Each letter at least as often in a row as in the word: so "as" is not found for a word that has it twice. */
    private static String drawnOut(String word) {
        boolean beginning = word.endsWith("*");
        String letters = beginning ? word.substring(0, word.length() - 1) : word;
        var pattern = new StringBuilder();
        for (int i = 0; i < letters.length(); ) {
            int run = i;
            while (run < letters.length() && letters.charAt(run) == letters.charAt(i)) {
                run++;
            }
            pattern.append(Pattern.quote(letters.substring(i, i + 1)))
                    .append('{')
                    .append(run - i)
                    .append(",}");
            i = run;
        }
        return beginning ? pattern + ".*" : pattern.toString();
    }

    private static Pattern expression(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'/" + text + "/' is no regular expression: " + e.getDescription(), e);
        }
    }
}
