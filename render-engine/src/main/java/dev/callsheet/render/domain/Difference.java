package dev.callsheet.render.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which our books and the provider's list, or our books among themselves, do not agree.
 *
 * @param subject the job at the provider, or the purse
 * @param detail what is known of it, for an operator
 * @param take that it is about or that it resembles; null if there is none
 */
public record Difference(
        Kind kind,
        String subject,
        String detail,
        @Nullable TakeId take,
        @Nullable RequestId request) {

    /** What does not agree. */
    public enum Kind {
        /** A job at the provider that no take owns: perhaps paid twice. */
        ORPHAN_JOB(Severity.CRITICAL),
        /** A job of nobody's that has failed or was stopped, and so costs nothing. */
        ORPHAN_FAILURE(Severity.INFO),
        /** A take's job that the provider does not know. */
        MISSING_JOB(Severity.WARNING),
        /** The provider has a clip, and the take's money is still open. */
        UNSETTLED_SUCCESS(Severity.WARNING),
        /** The provider has a clip, and the money for it was released or never committed. */
        RELEASED_SUCCESS(Severity.CRITICAL),
        /** The provider has given up, and the take's money is still open. */
        UNNOTICED_FAILURE(Severity.WARNING),
        /** The provider has given up, and the take was settled. */
        SETTLED_FAILURE(Severity.CRITICAL),
        /** Two jobs with one marker, of which one is nobody's or both are one take's. */
        DUPLICATE_MARKER(Severity.CRITICAL),
        /** A purse is not the sum of its ledger. */
        PURSE_SUM(Severity.CRITICAL);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** The word in answers and, behind {@code reconcile.}, in alerts. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
