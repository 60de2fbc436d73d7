package dev.callsheet.decoder;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What ffmpeg says when it gives up, in words for the person who gave the file. Nothing of it is repeated but names of
 * formats and sizes of pictures: the rest may come from the file.
 *
 * @param text of its standard error
 */
record Complaint(String text) {
    private static final String NAME = "([a-z0-9_-]{1,20})";

    /** The first that fits decides: one cause shows in many lines, and the last ones always speak of damage. */
    private static final List<Rule> RULES = List.of(
            rule(NAME + "(?:,[^ ]*)? @ [^]]*] Format not on whitelist", "it is of the kind %s, which is not decoded"),
            rule("Codec \\(" + NAME + "\\) not on whitelist", "it is coded as %s, which is not decoded"),
            rule(
                    "Protocol '?" + NAME + "'? not on whitelist",
                    "it names another file or address (%s), which is not opened"),
            rule(
                    "Picture size ([1-9][0-9]{0,9}x[1-9][0-9]{0,9}) ",
                    "its picture is too large: %s; at most " + Ffmpeg.MOST_PIXELS + " pixels are decoded"),
            rule("Picture size 0x0 is invalid", "its picture has no size"),
            rule("max_streams", "it has too many streams"),
            rule(
                    "Cannot allocate memory|ailed to allocate|llocation error|get_buffer\\(\\) failed",
                    "it needs more memory than a decoder may take; give it smaller, 1080p is enough"),
            rule("matches no streams", "it holds no picture or sound of the kind that is looked for"),
            rule("moov atom not found|End of file", "it is cut off: its index is missing"));

    private record Rule(Pattern sign, String reason) {}

    private static Rule rule(String sign, String reason) {
        return new Rule(Pattern.compile(sign, Pattern.DOTALL), reason);
    }

    String reason() {
        String why = RULES.stream()
                .flatMap(rule -> rule.sign().matcher(text).results().limit(1).map(found -> told(rule, found)))
                .findFirst()
                .orElse("it is damaged, cut off, or of a kind that is not decoded");
        return "the file cannot be decoded: " + why;
    }

    private static String told(Rule rule, MatchResult found) {
        return found.groupCount() == 0 ? rule.reason() : rule.reason().formatted(found.group(1));
    }
}
