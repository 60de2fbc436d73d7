package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
 * @param clips how many clips this becomes: more than one is a fan-out, one child request for each
 * @param accepted JSON Pointers of the fields that are taken over as they are
 * @param alternatives the other families, and what the request lacks for them
 * @param changes how a refused request would be routed; each was tried before it was written here
 * @param question the one thing to ask, where the request leaves the family open
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
        String requestHash,
        int clips,
        List<String> accepted,
        List<Alternative> alternatives,
        List<Change> changes,
        @Nullable String question) {
    public Decision {
        clips = Math.max(clips, 1);
        reasons = copy(reasons);
        conflicts = copy(conflicts);
        warnings = copy(warnings);
        repairs = copy(repairs);
        accepted = copy(accepted);
        alternatives = copy(alternatives);
        changes = copy(changes);
    }

    /** A decision that was written before a list existed has none of it. */
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Whether a route was found. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean routed() {
        return route != null;
    }

    /** The same decision with more warnings, before its own. */
    public Decision warning(List<Violation> more) {
        List<Violation> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Decision(
                route,
                rule,
                axes,
                reasons,
                conflicts,
                all,
                repairs,
                eta,
                cost,
                model,
                confidence,
                policyVersion,
                policyHash,
                requestHash,
                clips,
                accepted,
                alternatives,
                changes,
                question);
    }

    /** Every code, each once: reasons, then conflicts, warnings and repairs. */
    public List<String> codes() {
        return Stream.concat(
                        reasons.stream(),
                        Stream.of(conflicts, warnings, repairs)
                                .flatMap(List::stream)
                                .map(Violation::code))
                .distinct()
                .toList();
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

    /** Micros of US dollars: one take of each clip up to every take allowed, or one started minute of a session. */
    public record CostMicros(long from, long to) {}

    /** Another family. @param model its model */
    public record Alternative(Route route, String model, List<Lack> lacks) {}

    /** @param needed what would have to stand in the field */
    public record Lack(String field, String needed) {}

    /**
     * A change of the request that leads to a route.
     *
     * @param patch to be applied as a whole (RFC 6902)
     * @param fill pointers whose values are placeholders: the route is right, the value is the partner's to give
     */
    public record Change(Route route, List<Edit> patch, List<String> fill) {}

    /** One operation of a JSON Patch. @param value absent for a removal */
    public record Edit(String op, String path, @Nullable JsonNode value) {}
}
