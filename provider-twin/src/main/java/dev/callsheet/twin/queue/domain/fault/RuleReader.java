package dev.callsheet.twin.queue.domain.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads one rule of a script. */
final class RuleReader {

    private static final Set<String> KEYS =
            Set.of("fault", "at", "nth", "probability", "model", "prompt", "from", "for", "limit", "lasts", "amount");

    private RuleReader() {}

    static Rule read(String path, JsonNode node) {
        if (!node.isObject()) {
            throw new BadScript(path, Keys.shown(node), "an object with the key fault");
        }
        var keys = new Keys(path, node, KEYS);
        var fault = fault(keys);
        keys.text("at").filter(at -> !at.equals(fault.door().word())).ifPresent(at -> {
            throw new BadScript(keys.at("at"), at, fault.door().word() + " for " + fault.word());
        });
        return new Rule(
                blow(keys, fault),
                when(keys),
                keys.text("model"),
                keys.text("prompt"),
                window(keys),
                keys.number("limit", 1, Integer.MAX_VALUE).map(Long::intValue).orElse(Integer.MAX_VALUE));
    }

    private static Fault fault(Keys keys) {
        var word = keys.text("fault")
                .orElseThrow(() -> new BadScript(keys.at("fault"), "nothing", "one of " + Fault.words()));
        return Fault.named(word).orElseThrow(() -> new BadScript(keys.at("fault"), word, "one of " + Fault.words()));
    }

    private static Blow blow(Keys keys, Fault fault) {
        var lasts = keys.length("lasts");
        if (lasts.isPresent() && fault.traits().lasts().isEmpty()) {
            throw new BadScript(keys.at("lasts"), "a length", "none for " + fault.word());
        }
        var amount = amount(keys);
        if (amount.isPresent() && fault.traits().amount().isEmpty()) {
            throw new BadScript(keys.at("amount"), "an amount", "none for " + fault.word());
        }
        return Blow.of(fault, lasts.orElse(null), amount.orElse(null));
    }

    private static Optional<Integer> amount(Keys keys) {
        return keys.value("amount")
                .map(value -> value.asText().equals(Length.FOREVER_WORD)
                        ? Traits.ALWAYS
                        : (int) keys.whole("amount", value, 0, Integer.MAX_VALUE));
    }

    private static Rule.When when(Keys keys) {
        var nth = keys.value("nth");
        var probability = keys.share("probability");
        if (nth.isPresent() && probability.isPresent()) {
            throw new BadScript(keys.at("nth"), "nth beside probability", "one of the two");
        }
        if (nth.isPresent()) {
            return new Rule.When.Nth(numbers(keys, nth.get()));
        }
        return probability.<Rule.When>map(Rule.When.Sometimes::new).orElseGet(Rule.When.Every::new);
    }

    private static Set<Long> numbers(Keys keys, JsonNode nth) {
        var numbers = new HashSet<Long>();
        if (nth.isArray()) {
            nth.forEach(number -> numbers.add(keys.whole("nth", number, 1, Long.MAX_VALUE)));
        } else {
            numbers.add(keys.whole("nth", nth, 1, Long.MAX_VALUE));
        }
        return Set.copyOf(numbers);
    }

    private static Optional<Rule.Window> window(Keys keys) {
        var from = keys.length("from");
        var length = keys.length("for");
        if (from.isEmpty() && length.isEmpty()) {
            return Optional.empty();
        }
        var start = from.orElse(Duration.ZERO);
        return Optional.of(new Rule.Window(start, start.plus(length.orElse(Traits.FOREVER))));
    }
}
