package dev.callsheet.identity.measure;

import java.util.List;

/**
 * A report with what it was made from and may not hold itself.
 *
 * @param stills one per character of the report, in its order
 * @param portraits of those characters whose face could be measured; personal data
 */
public record Measurement(ClipReport report, List<Stills> stills, List<Portrait> portraits) {
    public Measurement {
        stills = List.copyOf(stills);
        portraits = List.copyOf(portraits);
    }
}
