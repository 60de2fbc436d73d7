package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The router's answer. The same request, policy and clock give the same bytes.
 *
 * @param route null if the request is refused
 * @param rule the rule that decided, as {@code 13-family-by-slot}
 * @param reasons codes of {@link Reason}, the ones that led here
 * @param eta expected time to the result, null for a live session or a refusal
 * @param cost expected price, null for a refusal
 * @param confidence 0 to 1, as a band, for asking rather than for gambling
 * @param requestHash SHA-256 of the normalised request
 */
public record Decision(
        @Nullable Route route,
        String rule,
        Axes axes,
        List<String> reasons,
        List<Violation> conflicts,
        List<Violation> warnings,
        List<Violation> repairs,
        @Nullable EtaSeconds eta,
        @Nullable CostMicros cost,
        @Nullable String model,
        double confidence,
        String policyVersion,
        String policyHash,
        String requestHash) {

    /** Whether a route was found. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean routed() {
        return route != null;
    }

    /** The three questions that decide. */
    public record Axes(Axis latency, Axis input, Axis continuity) {}

    /** @param evidence JSON Pointers of the fields that show it */
    public record Axis(String value, List<String> evidence, Origin origin) {}

    /** Where an axis value comes from. */
    public enum Origin {
        @JsonProperty("stated")
        STATED,
        @JsonProperty("derived")
        DERIVED,
        @JsonProperty("default")
        DEFAULT
    }

    public record EtaSeconds(long from, long to) {}

    /** Micros of US dollars for one take (a clip) or one started minute (a session). */
    public record CostMicros(long from, long to) {}
}
