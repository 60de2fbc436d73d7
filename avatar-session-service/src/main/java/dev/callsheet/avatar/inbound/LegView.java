package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.SessionOrder;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One session of the provider.
 *
 * @param providerId the provider's own id of it, to compare accounts by
 * @param micros what it has cost so far, micros of US dollars
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegView(
        int leg,
        String state,
        @Nullable String providerId,
        @Nullable Instant since,
        @Nullable Instant capAt,
        long micros) {
    static LegView of(Leg leg, SessionOrder order, long microsPerCredit, Instant now) {
        return new LegView(
                leg.number(),
                leg.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                leg.knownAs(),
                since(leg),
                leg instanceof Leg.Live live ? live.capAt() : null,
                Spending.of(leg, order, microsPerCredit, now));
    }

    private static @Nullable Instant since(Leg leg) {
        return switch (leg) {
            case Leg.Preparing _, Leg.Refused _ -> null;
            case Leg.Live live -> live.since();
            case Leg.Stopping stopping -> stopping.liveSince();
            case Leg.Settled settled -> settled.liveSince();
        };
    }
}
