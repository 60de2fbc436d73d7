package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words that wait for their turn, by the session's policy. Used in one place at a time. */
final class Waitlist {
    private static final int MOST = 20;
    private static final int KNOWN = 512;

    private final TurnPolicy policy;
    private final Deque<Input> waiting = new ArrayDeque<>();
    private final Set<String> known = new LinkedHashSet<>();

    Waitlist(TurnPolicy policy) {
        this.policy = policy;
    }

    void takeUp(Collection<Input> left, Collection<String> ids) {
        waiting.addAll(left);
        known.addAll(ids);
    }

    /** True the first time. */
    boolean meet(String inputId) {
        if (known.size() >= KNOWN) {
            known.remove(known.iterator().next());
        }
        return known.add(inputId);
    }

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Returns its place, from 1. */
    int add(Input input) {
        waiting.addLast(input);
        return waiting.size();
    }

    /** Before all others. */
    void addFirst(Input input) {
        waiting.addFirst(input);
    }

    /** Whether these words cut what is being said. Words that nobody in front of the avatar said never do. */
    boolean cuts(Input input) {
        return policy == TurnPolicy.INTERRUPT
                && switch (input.origin()) {
                    case TYPED, SPOKEN, REST, KAFKA -> true;
                    case COMMENT, SCRIPT, SYSTEM -> false;
                };
    }

    /** What is answered next: one, or, by the policy, all that wait up to one to be spoken as it is. */
    List<Input> take() {
        var inputs = new ArrayList<Input>(List.of(waiting.removeFirst()));
        while (policy == TurnPolicy.MERGE
                && !inputs.getFirst().verbatim()
                && !waiting.isEmpty()
                && !waiting.getFirst().verbatim()) {
            inputs.add(waiting.removeFirst());
        }
        return inputs;
    }

    List<Input> clear() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
