package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 20s}, {@code 3m}, {@code 1h}, {@code forever}. */
public final class Length {

    /** The word for a length or an amount without end. */
    public static final String FOREVER_WORD = "forever";

    /** What may be written, for error messages. */
    public static final String ALLOWED = "a length like 500ms, 20s, 3m, 1h or forever";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private Length() {}

    /** The length, or empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        if (text.equals(FOREVER_WORD)) {
            return Optional.of(Traits.FOREVER);
        }
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(found.group(1));
        return Optional.of(
                switch (found.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
