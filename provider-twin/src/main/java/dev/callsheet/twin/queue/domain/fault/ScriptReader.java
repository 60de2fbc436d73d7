package dev.callsheet.twin.queue.domain.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tree of a script; nothing unknown passes. */
public final class ScriptReader {

    private static final Set<String> KEYS = Set.of("seed", "rules");
    private static final long USUAL_SEED = 7;

    private ScriptReader() {}

    /**
     * The script of a tree.
     *
     * @throws BadScript if anything in it is not known or does not fit
     */
    public static Script read(JsonNode tree) {
        if (!tree.isObject()) {
            throw new BadScript("script", Keys.shown(tree), "an object with the keys rules and seed");
        }
        var top = new Keys("", tree, KEYS);
        if (!tree.path("rules").isArray()) {
            throw new BadScript("rules", Keys.shown(tree.path("rules")), "a list of rules");
        }
        List<Rule> rules = new ArrayList<>();
        for (var rule : tree.path("rules")) {
            rules.add(RuleReader.read("rules[" + rules.size() + "]", rule));
        }
        return new Script(top.number("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(USUAL_SEED), List.copyOf(rules));
    }
}
