package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A session as our answers show it. Money in micros of US dollars.
 *
 * @param providerId of the latest leg
 * @param costMicros so far
 * @param ledgerMicros what is settled of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        String sessionId,
        @Nullable String requestId,
        String state,
        String mode,
        String avatarId,
        String turnPolicy,
        boolean alwaysOn,
        @Nullable String providerId,
        @Nullable Integer place,
        @Nullable Instant since,
        @Nullable Instant leaseUntil,
        @Nullable String reason,
        @Nullable Instant endedAt,
        @Nullable Long liveMs,
        long costMicros,
        long ledgerMicros,
        @Nullable Long budgetMicros,
        List<LegView> legs,
        List<TurnView> turns) {
    static SessionView of(
            Session session, @Nullable Integer place, List<TurnRecord> turns, long microsPerCredit, Instant now) {
        var order = session.order();
        var closed = session instanceof Session.Closed over ? over : null;
        var legs = session.legs().all().stream()
                .map(leg -> LegView.of(leg, order, microsPerCredit, now))
                .toList();
        return new SessionView(
                order.sessionId().toString(),
                order.requestId() == null ? null : order.requestId().toString(),
                session.state(),
                order.mode().name().toLowerCase(Locale.ROOT),
                order.avatarId(),
                order.turnPolicy().name().toLowerCase(Locale.ROOT),
                order.alwaysOn(),
                legs.isEmpty() ? null : legs.getLast().providerId(),
                place,
                session.legs().firstLive(),
                session.leased(),
                reason(session),
                closed == null ? null : closed.at(),
                closed == null ? null : session.legs().ran().toMillis(),
                legs.stream().mapToLong(LegView::micros).sum(),
                session.legs().settledMicros(),
                order.budgetMicros(),
                legs,
                turns.stream().map(TurnView::of).toList());
    }

    /** Why it ends or has ended; null as long as it does not. */
    static @Nullable String reason(Session session) {
        return switch (session) {
            case Session.Closing closing -> closing.reason().name();
            case Session.Closed closed -> closed.reason().name();
            case Session.Requested _,
                    Session.Waiting _,
                    Session.Opening _,
                    Session.Live _,
                    Session.Rotating _,
                    Session.Paused _ -> null;
        };
    }
}
