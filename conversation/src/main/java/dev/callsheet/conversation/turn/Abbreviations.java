package dev.callsheet.conversation.turn;

import java.util.Locale;
import java.util.Set;

/** Tells a full stop that ends a sentence from one that does not. */
final class Abbreviations {
    /** Of English, German, French, Spanish and Italian, as far as they are met in speech. */
    private static final Set<String> KNOWN = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "approx", "no", "nos", "fig", "vol", "inc", "ltd",
            "co", "corp", "dept", "gen", "gov", "hon", "rev", "mt", "ave", "jan", "feb", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "nr", "bzw", "ca", "evtl", "ggf", "vgl", "inkl", "str", "abs", "bsp",
            "mme", "mlle", "sra", "srta", "ud", "uds", "sig", "dott", "art", "cf", "al");

    private Abbreviations() {}

    /** Whether the stop at this place belongs to a short form, an initial or a number's order. */
    static boolean end(CharSequence text, int stop) {
        int begin = stop;
        while (begin > 0 && part(text.charAt(begin - 1))) {
            begin--;
        }
        String word = text.subSequence(begin, stop).toString();
        if (word.isEmpty()) {
            return false;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        boolean inner = word.indexOf('.') > 0 && word.chars().noneMatch(Character::isDigit) && lettersAlone(word);
        return initial || inner || ordinal(word) || KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean part(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.';
    }

    /** Forms like "e.g", "z.B", "U.S": letters between stops. */
    private static boolean lettersAlone(String word) {
        for (String piece : word.split("\\.")) {
            if (piece.length() > 2) {
                return false;
            }
        }
        return true;
    }

    /** One or two digits count something: "3." begins a point of a list, or is a day. */
    private static boolean ordinal(String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }
}
