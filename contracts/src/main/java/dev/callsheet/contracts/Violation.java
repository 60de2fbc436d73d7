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

    public static Violation of(Reason reason, String field, @Nullable Object found, @Nullable String allowed) {
        return new Violation(
                reason.name(), field, found == null ? null : String.valueOf(found), allowed, reason.remedy());
    }
}
