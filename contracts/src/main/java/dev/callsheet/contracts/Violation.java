package dev.callsheet.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or worth knowing, in a form a program can act on.
 *
 * @param code stable, see {@link Reason}
 * @param field JSON Pointer into the request (RFC 6901); empty for the whole
 * @param found what stands there
 * @param allowed what may stand there
 * @param suggestion what to do
 */
public record Violation(
        String code,
        String field,
        @Nullable String found,
        @Nullable String allowed,
        @Nullable String suggestion) {

    private static final int LONGEST = 160;

    /** A finding with the reason's own remedy. What was found is shortened, so that a fault stays small. */
    public static Violation of(Reason reason, String field, @Nullable Object found, @Nullable String allowed) {
        String remedy = reason.remedy().isEmpty() ? null : reason.remedy();
        return new Violation(
                reason.name(), shortened(field), found == null ? null : shortened(found.toString()), allowed, remedy);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
