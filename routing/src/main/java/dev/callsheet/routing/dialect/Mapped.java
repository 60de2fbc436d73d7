package dev.callsheet.routing.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Violation;
import java.time.Instant;
import java.util.List;

/**
 * A request in our own form.
 *
 * @param clock the time that the document itself names as now, or that it was mapped at
 * @param notes what had no place; pointers into the document as it came
 */
public record Mapped(String dialect, JsonNode request, Instant clock, List<Violation> notes) {
    public Mapped {
        notes = List.copyOf(notes);
    }
}
