package dev.callsheet.routing.decision;

import java.util.List;

/** A few rules that belong together. Total: it looks, and tells what it has seen. */
@FunctionalInterface
interface RuleGroup {
    List<Finding> look(Question question);
}
