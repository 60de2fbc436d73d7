package dev.callsheet.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), sent as {@code application/problem+json}.
 *
 * @param type a page of the docs that explains the code
 * @param code stable dotted code
 * @param errors one for each field at fault
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Violation> errors,
        @Nullable String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String title, String detail, List<Violation> errors) {
        return new Problem(typeOf(code), title, status, detail, code, errors, null);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return of(status, code, title, detail, List.of());
    }

    private static String typeOf(String code) {
        return "https://callsheet.dev/docs/errors#" + code.replace('.', '-');
    }
}
