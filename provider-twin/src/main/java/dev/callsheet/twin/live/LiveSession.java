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
 * @param length after this much time since its start the session is ended
 * @param minutes started minutes that were charged
 */
record LiveSession(
        String id,
        String token,
        String avatarId,
        boolean sandbox,
        Instant createdAt,
        Duration length,
        Phase phase,
        int minutes) {

    /** Where the session stands. */
    sealed interface Phase {
        /** A token exists; nothing runs and nothing is charged. */
        record Issued() implements Phase {}

        /** The meter runs. */
        record Active(Instant since, Instant lastSign) implements Phase {}

        /** The meter stands still. */
        record Ended(Instant since, Instant at, EndReason reason) implements Phase {}
    }

    LiveSession started(Instant now) {
        return with(new Phase.Active(now, now), minutes);
    }

    /** The same session with its idle timer reset; unchanged unless active. */
    LiveSession touched(Instant now) {
        return phase instanceof Phase.Active active ? with(new Phase.Active(active.since(), now), minutes) : this;
    }

    /** Unchanged unless active: a session ends once. */
    LiveSession ended(Instant now, EndReason reason) {
        return phase instanceof Phase.Active active
                ? with(new Phase.Ended(active.since(), now, reason), minutes)
                : this;
    }

    LiveSession charged() {
        return with(phase, minutes + 1);
    }

    boolean isActive() {
        return phase instanceof Phase.Active;
    }

    /** Minutes that have begun by now: one at the start, one more at each full minute. */
    int startedMinutes(Instant now) {
        return phase instanceof Phase.Active active
                ? 1 + (int) Duration.between(active.since(), now).toMinutes()
                : minutes;
    }

    /** The timer that has run out by now, if any. */
    Optional<EndReason> due(Instant now, Duration idleTimeout) {
        if (!(phase instanceof Phase.Active active)) {
            return Optional.empty();
        }
        if (!now.isBefore(active.since().plus(length))) {
            return Optional.of(EndReason.MAX_DURATION_REACHED);
        }
        return now.isBefore(active.lastSign().plus(idleTimeout))
                ? Optional.empty()
                : Optional.of(EndReason.IDLE_TIMEOUT);
    }

    private LiveSession with(Phase next, int charged) {
        return new LiveSession(id, token, avatarId, sandbox, createdAt, length, next, charged);
    }
}
