package dev.callsheet.conversation.comments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as they are compared: without case, accents, punctuation, drawn-out letters and addresses. */
final class Wording {
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://|www\\.)\\S+|\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}/\\S*");

    private Wording() {}

    static boolean links(String text) {
        return mayLink(text) && LINK.matcher(text).find();
    }

    /** Its words in their order; of writing without spaces, its characters. */
    static List<String> words(String text, Set<String> fillers) {
        var words = split(mayLink(text) ? LINK.matcher(text).replaceAll(" ") : text);
        var left = words.stream().filter(word -> !fillers.contains(word)).toList();
        return left.isEmpty() ? words : left;
    }

    /** Most comments have no address: an expression is not tried on them. */
    private static boolean mayLink(String text) {
        return text.indexOf('/') >= 0 || text.toLowerCase(Locale.ROOT).contains("www.");
    }

    private static List<String> split(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var marksOff = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !ignored(c)).forEach(marksOff::appendCodePoint);
        String whole = Normalizer.normalize(marksOff, Normalizer.Form.NFC);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        int before = 0;
        int same = 0;
        for (int i = 0; i < whole.length(); i += Character.charCount(before)) {
            int c = whole.codePointAt(i);
            same = c == before ? same + 1 : 1;
            before = c;
            boolean letter = Character.isLetterOrDigit(c) || !word.isEmpty() && mark(c);
            if (!letter || spaceless(c)) {
                flush(word, words);
            }
            if (letter && (same <= 2 || Character.isDigit(c))) {
                word.appendCodePoint(c);
            }
            if (letter && spaceless(c)) {
                flush(word, words);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Accents of alphabets, what is not seen, and apostrophes. Vowel signs of other scripts are part of the word. */
    private static boolean ignored(int c) {
        return c >= 0x300 && c <= 0x36F || Character.getType(c) == Character.FORMAT || c == '\'' || c == 0x2019;
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean spaceless(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
