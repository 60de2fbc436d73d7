package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Reason.Severity;
import dev.callsheet.contracts.Violation;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has seen.
 *
 * @param severity what it does: explain, refuse, warn or repair; mostly the reason's own
 * @param suggestion what to do in this case; null for the reason's own remedy
 */
record Finding(
        Rule rule,
        Reason reason,
        Severity severity,
        String field,
        @Nullable String found,
        @Nullable String allowed,
        @Nullable String suggestion) {
    /** The order of the rules. */
    static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::rule);

    static Finding of(Rule rule, Reason reason, String field, @Nullable Object found, @Nullable String allowed) {
        return new Finding(
                rule, reason, reason.severity(), field, found == null ? null : found.toString(), allowed, null);
    }

    static Finding of(Rule rule, Reason reason, String field) {
        return of(rule, reason, field, null, null);
    }

    Finding suggesting(String what) {
        return new Finding(rule, reason, severity, field, found, allowed, what);
    }

    /** The same, doing something else than its reason mostly does. */
    Finding as(Severity other) {
        return new Finding(rule, reason, other, field, found, allowed, suggestion);
    }

    boolean refuses() {
        return severity == Severity.REJECT;
    }

    boolean explains() {
        return severity == Severity.REASON;
    }

    Violation violation() {
        Violation plain = Violation.of(reason, field, found, allowed);
        return suggestion == null
                ? plain
                : new Violation(plain.code(), plain.field(), plain.found(), plain.allowed(), suggestion);
    }
}
