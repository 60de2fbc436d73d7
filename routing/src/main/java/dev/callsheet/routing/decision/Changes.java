package dev.callsheet.routing.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Decision.Change;
import dev.callsheet.contracts.Route;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would change the verdict: the remedies of a refusal are tried one after the other until the request is routed, and
 * only what was seen to be routed is told. A search of small breadth, shortest changes first.
 */
final class Changes {
    private static final int MOST_TOLD = 3;
    private static final int MOST_TRIED = 48;
    private static final int MOST_EDITS = 16;
    private static final long LARGE = 65_536;

    private Changes() {}

    /** Looks at a request again. */
    @FunctionalInterface
    interface Examiner {
        Examination examine(Inquiry inquiry, Policy policy, Instant now);
    }

    private record Step(Draft draft, Examination examined) {}

    /** None if the document is no object, or no remedy of ours helps. */
    static List<Change> of(Examination refused, Examiner examiner) {
        if (!(refused.inquiry().document() instanceof ObjectNode document)
                || refused.inquiry().bytes() > refused.policy().request().maxBytes()) {
            return List.of();
        }
        List<Change> told = new ArrayList<>();
        Set<Route> routes = new HashSet<>();
        Set<ObjectNode> tried = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        open.add(new Step(Draft.of(document), refused));
        int tries = 0;
        while (!open.isEmpty() && tries < most(refused) && told.size() < MOST_TOLD) {
            Step step = open.poll();
            for (Draft draft : remedies(step)) {
                if (draft.patch().size() > MOST_EDITS || !tried.add(draft.document())) {
                    continue;
                }
                tries++;
                Examination again =
                        examiner.examine(refused.inquiry().asking(draft.document()), refused.policy(), refused.now());
                Optional<Route> route = again.route();
                if (route.isEmpty()) {
                    open.add(new Step(draft, again));
                } else if (told.size() < MOST_TOLD && (routes.add(route.get()) || told.size() < 2)) {
                    told.add(new Change(route.get(), draft.patch(), draft.fill()));
                }
            }
        }
        return List.copyOf(told);
    }

    /** A large document is not copied many times. */
    private static int most(Examination refused) {
        return refused.inquiry().bytes() > LARGE ? MOST_TRIED / 8 : MOST_TRIED;
    }

    private static List<Draft> remedies(Step step) {
        return step.examined()
                .refusal()
                .map(finding -> Remedies.of(finding, step.examined(), step.draft()))
                .orElse(List.of());
    }
}
