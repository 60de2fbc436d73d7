package dev.callsheet.conversation.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which group of comments comes first: the highest {@link Score}; of equal ones the earliest, then the first by wording. */
final class ChoicePolicy {
    private static final double LOG_2 = Math.log(2);

    private final CommentTerms terms;
    private final List<String> names;

    ChoicePolicy(CommentTerms terms) {
        this.terms = terms;
        this.names = terms.names().stream()
                .map(name -> " " + Likeness.of(name, Set.of()).key() + " ")
                .filter(name -> !name.isBlank())
                .collect(Collectors.toUnmodifiableList());
    }

    Score score(Group group, Lately lately, Instant now) {
        var weights = terms.weights();
        double age = Math.max(0, Duration.between(group.newest(), now).toMillis());
        return new Score(
                weights.asker() * Math.log(1 + group.askers()) / LOG_2,
                group.question() ? weights.question() : 0,
                group.named ? weights.named() : 0,
                Math.pow(0.5, age / weights.halfLife().toMillis()),
                news(group.answered(), now),
                lately.chosen(group.founder.author(), weights.authorRest(), now) ? weights.authorAgain() : 1);
    }

    boolean named(Likeness likeness) {
        String key = " " + likeness.key() + " ";
        return names.stream().anyMatch(key::contains);
    }

    private double news(@Nullable Instant answered, Instant now) {
        if (answered == null) {
            return 1;
        }
        double window = terms.weights().answeredFor().toMillis();
        return Math.clamp(Duration.between(answered, now).toMillis() / window, 0, 1);
    }

    /** Best first. */
    Comparator<Scored> order() {
        return Comparator.comparingDouble((Scored scored) -> scored.score().value())
                .reversed()
                .thenComparing(scored -> scored.group().first())
                .thenComparing(scored -> scored.group().likeness.key());
    }

    record Scored(Group group, Score score) {}
}
