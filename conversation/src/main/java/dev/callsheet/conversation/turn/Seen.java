package dev.callsheet.conversation.turn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ids of inputs that were taken lately: a repeat follows its first by seconds, not by hundreds of inputs. */
public record Seen(Set<String> ids) {
    private static final int KEPT = 512;

    static Seen of(Collection<String> ids) {
        return new Seen(latest(new LinkedHashSet<>(ids)));
    }

    boolean has(String inputId) {
        return ids.contains(inputId);
    }

    Seen and(List<Input> inputs) {
        var more = new LinkedHashSet<>(ids);
        inputs.forEach(input -> more.add(input.inputId()));
        return new Seen(latest(more));
    }

    private static Set<String> latest(Set<String> ids) {
        return ids.size() <= KEPT
                ? ids
                : new LinkedHashSet<>(new ArrayList<>(ids).subList(ids.size() - KEPT, ids.size()));
    }
}
