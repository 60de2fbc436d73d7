package dev.callsheet.contracts;

import dev.callsheet.contracts.VideoRequest.MediumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places in a prompt that name a reference: {@code @{name}}, {@code Image 1} and {@code Video 1} (counted for each
 * type, as wan2.7-r2v does), and the ways of other models, which are recognised and written anew: {@code [Image 1]},
 * {@code @Image1}, {@code <image_1>}, 图1, 视频1, {@code character1} (counted over all references, as wan2.6-r2v does).
 */
public final class PromptNames {
    private static final int MOST_DIGITS = 3;
    private static final List<Word> WORDS = List.of(
            new Word("image", Optional.of(MediumType.IMAGE)),
            new Word("img", Optional.of(MediumType.IMAGE)),
            new Word("video", Optional.of(MediumType.VIDEO)),
            new Word("character", Optional.empty()),
            new Word("图片", Optional.of(MediumType.IMAGE)),
            new Word("图", Optional.of(MediumType.IMAGE)),
            new Word("视频", Optional.of(MediumType.VIDEO)),
            new Word("角色", Optional.empty()));

    private PromptNames() {}

    private record Word(String text, Optional<MediumType> counts) {
        boolean latin() {
            return text.charAt(0) < 128;
        }
    }

    /** One name, from {@code start} up to {@code end} (in chars, exclusive) of the prompt. */
    public sealed interface Name {
        int start();

        int end();

        /** As it stands in the prompt. */
        String text();
    }

    /** {@code @{name}}; an unclosed one goes to the end of the prompt. */
    public record Called(int start, int end, String text, String name) implements Name {}

    /**
     * A number.
     *
     * @param counts the type that is counted; empty if all references are counted together
     * @param ownWay whether it is written as the model reads it
     */
    public record Numbered(int start, int end, String text, Optional<MediumType> counts, int number, boolean ownWay)
            implements Name {}

    /** All names in their order. */
    public static List<Name> in(String prompt) {
        List<Name> names = new ArrayList<>();
        for (int at = 0; at < prompt.length(); ) {
            if (!mayBegin(prompt, at)) {
                at++;
                continue;
            }
            Optional<Name> found = at(prompt, at);
            found.ifPresent(names::add);
            at = found.map(Name::end).orElse(at + 1);
        }
        return List.copyOf(names);
    }

    /** The prompt with each name written anew. @param written what stands for a name from now on */
    public static String rewritten(String prompt, Function<Name, String> written) {
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (Name name : in(prompt)) {
            made.append(prompt, from, name.start()).append(written.apply(name));
            from = name.end();
        }
        return made.append(prompt, from, prompt.length()).toString();
    }

    /** Most of a prompt is plain Latin words: they are passed over quickly. Other letters may be folded to these. */
    private static boolean mayBegin(String prompt, int at) {
        char c = prompt.charAt(at);
        return switch (c) {
            case '@', '[', '<', '{' -> true;
            case 'i', 'I', 'v', 'V', 'c', 'C' -> at == 0 || !partOfWord(prompt, at);
            default -> c >= 128;
        };
    }

    private static Optional<Name> at(String prompt, int at) {
        char c = prompt.charAt(at);
        if (c == '@' && prompt.startsWith("{", at + 1) && !prompt.startsWith("{{", at + 1)) {
            int close = prompt.indexOf('}', at);
            int end = close < 0 ? prompt.length() : close + 1;
            String name = prompt.substring(at + 2, close < 0 ? end : close);
            return Optional.of(new Called(at, end, prompt.substring(at, end), name.strip()));
        }
        int begin = at;
        while (begin < prompt.length() && begin - at < 3 && "@[<{【".indexOf(prompt.charAt(begin)) >= 0) {
            begin++;
        }
        if (begin == prompt.length() || begin == at && at > 0 && partOfWord(prompt, at)) {
            return Optional.empty();
        }
        for (Word word : WORDS) {
            if (prompt.regionMatches(true, begin, word.text(), 0, word.text().length())) {
                return numbered(prompt, at, begin, word);
            }
        }
        return Optional.empty();
    }

    private static Optional<Name> numbered(String prompt, int start, int begin, Word word) {
        int digits = begin + word.text().length();
        while (digits < prompt.length()
                && digits - begin - word.text().length() < 2
                && " _-#".indexOf(prompt.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (end < prompt.length() && end - digits < MOST_DIGITS && digit(prompt, end)) {
            end++;
        }
        boolean decimal = end + 1 < prompt.length() && ".:".indexOf(prompt.charAt(end)) >= 0 && digit(prompt, end + 1);
        boolean goesOn = end < prompt.length() && (digit(prompt, end) || word.latin() && latinLetter(prompt, end));
        if (end == digits || decimal || goesOn) {
            return Optional.empty();
        }
        int number = Integer.parseInt(prompt, digits, end, 10);
        for (int open = begin - 1; open >= start; open--) {
            int pair = "[<{【".indexOf(prompt.charAt(open));
            if (pair >= 0 && end < prompt.length() && prompt.charAt(end) == "]>}】".charAt(pair)) {
                end++;
            }
        }
        String text = prompt.substring(start, end);
        boolean ownWay = text.equals("Image " + number) || text.equals("Video " + number);
        return Optional.of(new Numbered(start, end, text, word.counts(), number, ownWay));
    }

    /** Latin words begin at a word's edge; Chinese has none. */
    private static boolean partOfWord(String prompt, int at) {
        char before = prompt.charAt(at - 1);
        return prompt.charAt(at) < 128 && (before < 128 ? Character.isLetterOrDigit(before) : isLatin(before));
    }

    private static boolean isLatin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean latinLetter(String prompt, int at) {
        return isLatin(prompt.charAt(at));
    }

    private static boolean digit(String prompt, int at) {
        return prompt.charAt(at) >= '0' && prompt.charAt(at) <= '9';
    }
}
