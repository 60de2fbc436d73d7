package dev.callsheet.twin.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One session; a value.
 *
 * <pre>
 * Issued --start--> Active --end--> Ended
 * </pre>
 *
 * @param minutes started minutes that were charged
 */
record LiveSession(String id, String token, LiveOrder order, Instant createdAt, Terms terms, Phase phase, int minutes) {

    /** Where the session stands. */
    sealed interface Phase {
        /** A token exists; nothing runs and nothing is charged. */
        record Issued() implements Phase {}

        /** The meter runs, at the longest until the limit. */
        record Active(Instant since, Instant lastSign, End limit) implements Phase {}

        /** The meter stands still. */
        record Ended(Instant since, End end) implements Phase {}
    }

    /** When and why a session ends. */
    record End(Instant at, EndReason reason) {}

    LiveSession started(Instant now) {
        var limit = new End(now.plus(terms.length()), EndReason.MAX_DURATION_REACHED);
        return with(new Phase.Active(now, now, limit), minutes);
    }

    /** The same session with an earlier limit. */
    LiveSession limited(End earlier) {
        return phase instanceof Phase.Active active
                        && earlier.at().isBefore(active.limit().at())
                ? with(new Phase.Active(active.since(), active.lastSign(), earlier), minutes)
                : this;
    }

    /** The same session with its idle timer reset; unchanged unless active. */
    LiveSession touched(Instant now) {
        return phase instanceof Phase.Active active
                ? with(new Phase.Active(active.since(), now, active.limit()), minutes)
                : this;
    }

    /** Unchanged unless active: a session ends once. */
    LiveSession ended(End end) {
        return phase instanceof Phase.Active active ? with(new Phase.Ended(active.since(), end), minutes) : this;
    }

    LiveSession charged(int to) {
        return with(phase, to);
    }

    boolean isActive() {
        return phase instanceof Phase.Active;
    }

    /** Minutes that have begun by then: one at the start, one more after each full minute. */
    int minutesBegun(Instant by) {
        return phase instanceof Phase.Active active
                ? 1 + (int) elapsed(active, by).dividedBy(terms.minute())
                : minutes;
    }

    /** Minutes that a session costs that ends then: at the very end of a minute none begins. */
    int minutesUntil(Instant end) {
        return phase instanceof Phase.Active active
                ? 1 + (int) elapsed(active, end).minusNanos(1).dividedBy(terms.minute())
                : minutes;
    }

    /** When the first minute begins that was not charged yet. */
    Instant nextMinute() {
        return phase instanceof Phase.Active active
                ? active.since().plus(terms.minute().multipliedBy(minutes))
                : createdAt;
    }

    /** The timer that has run out by now, if any: the first. */
    Optional<End> due(Instant now) {
        if (!(phase instanceof Phase.Active active)) {
            return Optional.empty();
        }
        var idle = new End(active.lastSign().plus(terms.idle()), EndReason.IDLE_TIMEOUT);
        var first = idle.at().isBefore(active.limit().at()) ? idle : active.limit();
        return now.isBefore(first.at()) ? Optional.empty() : Optional.of(first);
    }

    private static Duration elapsed(Phase.Active active, Instant by) {
        var elapsed = Duration.between(active.since(), by);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private LiveSession with(Phase next, int charged) {
        return new LiveSession(id, token, order, createdAt, terms, next, charged);
    }
}
