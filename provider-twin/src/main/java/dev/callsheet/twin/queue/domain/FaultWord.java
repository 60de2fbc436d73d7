package dev.callsheet.twin.queue.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault asked for inside a prompt: {@code [[fault:NAME]]}, {@code [[fault:NAME:3]]} for the first three submits of
 * that prompt, {@code [[fault:NAME:*]]} for all.
 */
public record FaultWord(Fault fault, int strikes) {

    private static final Pattern WORD = Pattern.compile("\\[\\[fault:([a-z-]+)(?::(\\d{1,6}|\\*))?]]");

    /** The first known fault word of a prompt. */
    public static Optional<FaultWord> in(String prompt) {
        var found = WORD.matcher(prompt);
        while (found.find()) {
            var fault = Fault.named(found.group(1));
            if (fault.isPresent()) {
                return Optional.of(new FaultWord(fault.get(), strikes(fault.get(), found.group(2))));
            }
        }
        return Optional.empty();
    }

    /** The prompt without any fault words: what the picture is about. */
    public static String strip(String prompt) {
        return WORD.matcher(prompt).replaceAll("").strip();
    }

    private static int strikes(Fault fault, @Nullable String count) {
        if (count == null) {
            return fault.strikes();
        }
        return count.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(count);
    }
}
