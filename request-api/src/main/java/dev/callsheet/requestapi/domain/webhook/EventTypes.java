package dev.callsheet.requestapi.domain.webhook;

import dev.callsheet.contracts.FactTypes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names of events as endpoints know them: a fact's type without prefix and version, such as {@code take.finished}. */
public final class EventTypes {
    /** Sent on demand only, whatever an endpoint has chosen. */
    public static final String TEST = "webhook.test";

    /** What an endpoint hears that has chosen nothing: the last word on each request and session. */
    public static final List<String> DEFAULT =
            List.of("request.cancelled", "request.completed", "request.failed", "request.rejected", "session.ended");

    private static final Set<String> KNOWN =
            FactTypes.all().keySet().stream().map(EventTypes::of).collect(Collectors.toCollection(TreeSet::new));

    private EventTypes() {}

    /** @param type of a fact's event */
    public static String of(String type) {
        return type.replaceFirst("^dev\\.callsheet\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    /** All that can be chosen, in order. */
    public static Set<String> known() {
        return KNOWN;
    }

    /** Whether an endpoint may choose this: a name, {@code <group>.*}, or {@code *}. */
    public static boolean canBeChosen(String pattern) {
        return KNOWN.stream().anyMatch(type -> matches(pattern, type));
    }

    /** Whether one of the patterns means this name. */
    public static boolean chosen(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.equals("*")
                || pattern.equals(name)
                || pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
