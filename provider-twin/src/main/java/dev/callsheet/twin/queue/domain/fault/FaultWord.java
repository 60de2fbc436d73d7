package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault asked for inside a prompt: {@code [[fault:NAME]]}, {@code [[fault:NAME:3]]} for the first three calls,
 * {@code [[fault:NAME:*]]} for all, {@code [[fault:NAME:1:20s]]} with a length and {@code [[fault:NAME:*:5]]} with an
 * amount; either may be {@code forever}.
 *
 * @param stated true if the word gives a length
 */
public record FaultWord(Blow blow, int strikes, boolean stated) {

    private static final String OPENING = "[[fault:";
    private static final Pattern WORD =
            Pattern.compile("\\[\\[fault:([a-z0-9-]+)(?::(\\d{1,6}|\\*)(?::(forever|\\d{1,6}(?:ms|s|m|h)?))?)?]]");

    /** The known fault words of a prompt, in their order. */
    public static List<FaultWord> in(String prompt) {
        if (!prompt.contains(OPENING)) {
            return List.of();
        }
        var words = new ArrayList<FaultWord>();
        var found = WORD.matcher(prompt);
        while (found.find()) {
            Fault.named(found.group(1))
                    .map(fault -> word(fault, found.group(2), found.group(3)))
                    .ifPresent(words::add);
        }
        return words;
    }

    /** The prompt without any fault words: what the picture is about. */
    public static String strip(String prompt) {
        return WORD.matcher(prompt).replaceAll("").strip();
    }

    private static FaultWord word(Fault fault, @Nullable String count, @Nullable String extent) {
        Optional<Duration> lasts = Optional.ofNullable(extent).flatMap(Length::parse);
        return new FaultWord(
                Blow.of(fault, lasts.orElse(null), amount(extent)), strikes(fault, count), lasts.isPresent());
    }

    private static int strikes(Fault fault, @Nullable String count) {
        if (count == null) {
            return fault.traits().strikes();
        }
        return count.equals("*") ? Traits.ALWAYS : Integer.parseInt(count);
    }

    private static @Nullable Integer amount(@Nullable String extent) {
        if (extent == null) {
            return null;
        }
        if (extent.equals(Length.FOREVER_WORD)) {
            return Traits.ALWAYS;
        }
        return Character.isDigit(extent.charAt(extent.length() - 1)) ? Integer.valueOf(extent) : null;
    }
}
