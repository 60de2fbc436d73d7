package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the next leg is to be.
 *
 * @param length asked of the provider
 * @param quotedMicros the most that it can cost, micros of US dollars
 */
public record LegPlan(Duration length, long quotedMicros) {
    /**
     * @param longest a leg may be
     * @param learnt the shortest time after which the provider has ended such a leg; null if it never did
     */
    public static LegPlan of(
            Session session, Duration longest, @Nullable Duration learnt, long microsPerCredit, Instant now) {
        var left = session.timeLeft(now);
        var length = left == null || left.compareTo(longest) > 0 ? longest : left;
        var runs = learnt == null || learnt.compareTo(length) > 0 ? length : learnt;
        return new LegPlan(length, session.order().micros(runs, microsPerCredit));
    }
}
