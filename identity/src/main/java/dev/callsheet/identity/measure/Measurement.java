package dev.callsheet.identity.measure;

import java.util.List;

/**
 * A report with the pictures that show what it says.
 *
 * @param stills one per character of the report, in its order
 */
public record Measurement(ClipReport report, List<Stills> stills) {
    public Measurement {
        stills = List.copyOf(stills);
    }
}
