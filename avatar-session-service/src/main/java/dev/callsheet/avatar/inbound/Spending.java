package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.SessionOrder;
import java.time.Duration;
import java.time.Instant;

/** What sessions have cost up to now, micros of US dollars. */
final class Spending {
    private static final Duration LEAST = Duration.ofMillis(1);

    private Spending() {}

    /** What is settled, or the minutes that a running leg has begun. */
    static long of(Leg leg, SessionOrder order, long microsPerCredit, Instant now) {
        return switch (leg) {
            case Leg.Preparing _, Leg.Refused _ -> 0;
            case Leg.Live live -> started(live.since(), now, order, microsPerCredit);
            case Leg.Stopping stopping -> started(stopping.liveSince(), stopping.since(), order, microsPerCredit);
            case Leg.Settled settled -> settled.micros();
        };
    }

    private static long started(Instant since, Instant until, SessionOrder order, long microsPerCredit) {
        var ran = Duration.between(since, until);
        return order.micros(ran.compareTo(LEAST) < 0 ? LEAST : ran, microsPerCredit);
    }
}
