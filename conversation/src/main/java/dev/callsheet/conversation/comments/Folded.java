package dev.callsheet.conversation.comments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text as an evader meant it to be read: one letter for all that look like it. */
final class Folded {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}*]+");

    /** Cyrillic and Greek letters that look Latin, then letters that NFKD leaves. After UTS 39, only the plain cases. */
    private static final Map<Integer, Character> LOOK =
            pairs("авекмнорстухіјѕԁһӏαεικνορτυχӊɡıłøđßſ", "abekmhopctyxijsdhlaeikvoptuxhgilodss");

    /** Digits and signs that stand for letters, inside of words. */
    private static final Map<Integer, Character> LEET = pairs("0134578@$!|€", "oieastbasile");

    private Folded() {}

    private static Map<Integer, Character> pairs(String from, String to) {
        return IntStream.range(0, from.length())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> (int) from.charAt(i), to::charAt));
    }

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> !(c >= 0x300 && c <= 0x36F) && Character.getType(c) != Character.FORMAT)
                .forEach(c -> {
                    Character latin = LOOK.get(c);
                    folded.appendCodePoint(latin == null ? c : latin);
                });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    static boolean spaceless(String word) {
        return word.codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        });
    }

    /** What may be a word in it: the words, their parts, them without what stands between letters, and spelled-out ones. */
    static Set<String> candidates(String folded) {
        Set<String> candidates = new LinkedHashSet<>();
        List<String> single = new ArrayList<>();
        for (String token : SPACES.split(folded)) {
            String word = letters(token);
            candidates.add(NO_LETTERS.matcher(word).replaceAll(""));
            candidates.addAll(List.of(NO_LETTERS.split(token)));
            candidates.addAll(List.of(NO_LETTERS.split(word)));
            if (word.codePointCount(0, word.length()) == 1) {
                single.add(word);
            } else {
                join(single, candidates);
            }
        }
        join(single, candidates);
        candidates.remove("");
        return candidates;
    }

    private static void join(List<String> single, Set<String> candidates) {
        if (single.size() > 2) {
            candidates.add(String.join("", single));
        }
        single.clear();
    }

    /** Digits and signs as letters, unless it is a number. */
    private static String letters(String token) {
        if (token.codePoints().noneMatch(Character::isLetter)) {
            return token.length() == 1 ? one(token) : token;
        }
        return token.codePoints()
                .mapToObj(c -> {
                    Character letter = LEET.get(c);
                    return letter == null ? Character.toString(c) : letter.toString();
                })
                .collect(Collectors.joining());
    }

    private static String one(String token) {
        Character letter = LEET.get((int) token.charAt(0));
        return letter == null ? token : letter.toString();
    }
}
