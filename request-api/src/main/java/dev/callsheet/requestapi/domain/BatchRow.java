package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of those that were asked for together.
 *
 * @param number its place, from 1
 * @param name the partner's own
 * @param requestId null if it was refused
 * @param errors why it was refused; empty if it was not
 * @param notes what had no place in a request
 */
public record BatchRow(
        int number,
        @Nullable String name,
        @Nullable RequestId requestId,
        List<Violation> errors,
        List<Violation> notes) {

    public BatchRow {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** A parent's child. */
    public static BatchRow child(int number, RequestId requestId) {
        return new BatchRow(number, null, requestId, List.of(), List.of());
    }

    /** Codes of the errors, each once, with a space between; null if there are none. */
    public @Nullable String codes() {
        return errors.isEmpty()
                ? null
                : errors.stream().map(Violation::code).distinct().collect(Collectors.joining(" "));
    }
}
