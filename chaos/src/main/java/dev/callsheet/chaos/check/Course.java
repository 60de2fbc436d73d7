package dev.callsheet.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which state of a take may follow which, as the render engine's page has it. */
final class Course {
    private static final Map<String, Set<String>> FOLLOWS = Map.of(
            "queued", Set.of("queued", "submitting", "failed", "cancelled"),
            "submitting", Set.of("queued", "unsure", "rendering", "failed"),
            "unsure", Set.of("queued", "rendering", "failed"),
            "rendering", Set.of("queued", "rendering", "wedged", "fetching", "failed", "cancelled"),
            "wedged", Set.of("queued", "wedged", "rendering", "fetching", "failed", "cancelled"),
            "fetching", Set.of("fetching", "finished", "failed"),
            "finished", Set.of(),
            "failed", Set.of(),
            "cancelled", Set.of());

    private Course() {}

    /** The first thing that is wrong with a take's states, first to last. */
    static Optional<String> wrong(List<String> states) {
        if (states.isEmpty()) {
            return Optional.of("it has no story");
        }
        if (!states.getFirst().equals("queued")) {
            return Optional.of("it begins as " + states.getFirst());
        }
        for (int i = 1; i < states.size(); i++) {
            String from = states.get(i - 1);
            if (!FOLLOWS.getOrDefault(from, Set.of()).contains(states.get(i))) {
                return Optional.of(from + " is followed by " + states.get(i));
            }
        }
        return Optional.empty();
    }
}
