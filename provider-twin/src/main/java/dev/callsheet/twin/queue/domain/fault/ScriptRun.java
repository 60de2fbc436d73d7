package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A script at work: how many calls each rule has seen and struck. Not thread-safe. */
final class ScriptRun {

    private final Script script;
    private final Instant loadedAt;
    private final long[] calls;
    private final long[] struck;

    ScriptRun(Script script, Instant loadedAt) {
        this.script = script;
        this.loadedAt = loadedAt;
        this.calls = new long[script.rules().size()];
        this.struck = new long[script.rules().size()];
    }

    /** Counts the call with each rule of the wanted faults and hands over the blows until {@code taken} has them. */
    void strike(Call call, Instant now, Predicate<Fault> wanted, Predicate<Blow> taken) {
        var age = Duration.between(loadedAt, now);
        for (int place = 0; place < calls.length; place++) {
            var rule = script.rules().get(place);
            if (!wanted.test(rule.blow().fault()) || !rule.concerns(call)) {
                continue;
            }
            calls[place]++;
            if (struck[place] < rule.limit()
                    && rule.strikes(script.seed(), place, calls[place], age)
                    && taken.test(rule.blow())) {
                struck[place]++;
            }
        }
    }

    ScriptView view() {
        var rules = new ArrayList<ScriptView.RuleView>();
        for (int place = 0; place < calls.length; place++) {
            var rule = script.rules().get(place);
            var fault = rule.blow().fault();
            rules.add(new ScriptView.RuleView(
                    place, fault.word(), fault.door().word(), calls[place], struck[place], described(rule)));
        }
        return new ScriptView(script.seed(), loadedAt, List.copyOf(rules));
    }

    private static String described(Rule rule) {
        var text = new StringBuilder(
                switch (rule.when()) {
                    case Rule.When.Every _ -> "every call";
                    case Rule.When.Nth(var numbers) ->
                        "calls " + numbers.stream().sorted().toList();
                    case Rule.When.Sometimes(double probability) -> "probability " + probability;
                });
        rule.model().ifPresent(model -> text.append(", model ").append(model));
        rule.prompt().ifPresent(prompt -> text.append(", prompt contains ").append(prompt));
        Optional<Rule.Window> window = rule.window();
        window.ifPresent(
                w -> text.append(", from ").append(w.from()).append(" to ").append(w.to()));
        return text.toString();
    }
}
