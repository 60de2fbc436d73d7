package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.LegPlan;
import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long the next leg is to be and may become. */
@Singleton
class LegPlans {
    private final Lessons lessons;
    private final SessionTerms terms;
    private final Clock clock;

    LegPlans(Lessons lessons, SessionTerms terms, Clock clock) {
        this.lessons = lessons;
        this.terms = terms;
        this.clock = clock;
    }

    LegPlan next(Session session) {
        return LegPlan.of(
                session, terms.legLength(), learnt(session.order()), terms.microsPerCredit(), clock.instant());
    }

    /** After what time the provider will end a leg: the shortest of what was asked, what it says, and what was learnt. */
    Duration cap(SessionOrder order, Duration asked, Broadcast broadcast) {
        return shorter(shorter(asked, broadcast.allowed()), learnt(order));
    }

    private @Nullable Duration learnt(SessionOrder order) {
        return lessons.cap(order.mode(), order.sandbox()).orElse(null);
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) <= 0 ? one : other;
    }
}
