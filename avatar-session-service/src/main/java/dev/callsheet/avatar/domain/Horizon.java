package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Until when a session can go on, and what ends it then. Pure arithmetic over whole started minutes. */
public record Horizon(Instant at, EndReason reason) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * The first end that can be foreseen; null if there is none.
     *
     * @param leg the leg that is seen
     * @param microsPerCredit what a credit costs
     */
    public static @Nullable Horizon of(
            Session session, Leg.Live leg, OptionalLong creditsForIt, long microsPerCredit, Instant now) {
        return sooner(
                sooner(length(session), budget(session, leg, microsPerCredit)),
                credits(session.order(), leg, creditsForIt, now));
    }

    /** Whether a leg after this one can be paid for at least a minute, when this one has run to the end of its time. */
    public static boolean affordsAnother(Session session, Leg.Live leg, long microsPerCredit) {
        Long budget = session.order().budgetMicros();
        if (budget == null) {
            return true;
        }
        long whole = session.order().micros(Duration.between(leg.since(), leg.capAt()), microsPerCredit);
        long minute = session.order().microsPerMinute(microsPerCredit);
        return session.legs().settledMicros() + whole + minute <= budget;
    }

    private static @Nullable Horizon length(Session session) {
        var first = session.legs().firstLive();
        return session.order().alwaysOn() || first == null
                ? null
                : new Horizon(first.plus(session.order().maxLength()), EndReason.MAX_DURATION_REACHED);
    }

    private static @Nullable Horizon budget(Session session, Leg.Live leg, long microsPerCredit) {
        Long budget = session.order().budgetMicros();
        long minute = session.order().microsPerMinute(microsPerCredit);
        if (budget == null || minute == 0) {
            return null;
        }
        long others = session.legs().all().stream()
                .filter(other -> other.number() != leg.number())
                .mapToLong(other -> other instanceof Leg.Stopping s
                        ? session.order().micros(Duration.between(s.liveSince(), s.since()), microsPerCredit)
                        : other.micros())
                .sum();
        long minutes = Math.max(0, (budget - others) / minute);
        var paid = leg.since().plus(MINUTE.multipliedBy(minutes));
        var end = affordsAnother(session, leg, microsPerCredit) || paid.isBefore(leg.capAt()) ? paid : leg.capAt();
        return new Horizon(end, EndReason.BUDGET_ENDED);
    }

    /** Credits are taken as each minute begins: what is left pays the minutes after the one that runs. */
    private static @Nullable Horizon credits(SessionOrder order, Leg.Live leg, OptionalLong left, Instant now) {
        if (left.isEmpty() || order.sandbox()) {
            return null;
        }
        long begun = Duration.between(leg.since(), now).toMinutes() + 1;
        long minutes = begun + left.getAsLong() / order.mode().creditsPerMinute();
        return new Horizon(leg.since().plus(MINUTE.multipliedBy(minutes)), EndReason.CREDITS_ENDED);
    }

    private static @Nullable Horizon sooner(@Nullable Horizon one, @Nullable Horizon other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at.isBefore(one.at) ? other : one;
    }
}
