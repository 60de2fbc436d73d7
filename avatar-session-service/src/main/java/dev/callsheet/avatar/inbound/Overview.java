package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.domain.SessionStore.Listed;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.avatar.live.SessionTerms;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many sessions at a glance: what they do, and what they cost. */
@Singleton
class Overview {
    private static final Set<String> STATES =
            Set.of("requested", "waiting", "opening", "live", "rotating", "paused", "closing", "closed");
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final SessionStore store;
    private final TurnArchive archive;
    private final Conversations conversations;
    private final SessionDesk desk;
    private final SessionTerms terms;
    private final Clock clock;

    Overview(
            SessionStore store,
            TurnArchive archive,
            Conversations conversations,
            SessionDesk desk,
            SessionTerms terms,
            Clock clock) {
        this.store = store;
        this.archive = archive;
        this.conversations = conversations;
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    record Sessions(List<Summary> sessions) {}

    /**
     * @param leg the last one's number, 0 for none yet
     * @param turnsPerMinute lately; null if it does not run
     * @param viewers connected to this process
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            String sessionId,
            @Nullable String requestId,
            String tenant,
            String state,
            String mode,
            String avatarId,
            int leg,
            @Nullable Integer place,
            long costMicros,
            @Nullable Long budgetMicros,
            boolean alwaysOn,
            Instant createdAt,
            @Nullable Instant since,
            @Nullable Instant leaseUntil,
            @Nullable Double turnsPerMinute,
            @Nullable Long firstFrameP50Ms,
            int viewers,
            @Nullable String owner,
            @Nullable String reason) {}

    /** @param tenant null for all @throws Refused 422 for another state or limit */
    Sessions of(@Nullable TenantId tenant, @Nullable String state, @Nullable String limit) {
        if (state != null && !STATES.contains(state)) {
            throw wrong(
                    "state", state, String.join(", ", STATES.stream().sorted().toList()));
        }
        var listed = store.list(tenant, state, limit(limit));
        Instant now = clock.instant();
        var ids = listed.stream().map(one -> one.session().order().sessionId()).toList();
        var pace = archive.pace(ids, now.minus(LATELY));
        return new Sessions(listed.stream()
                .map(one -> summary(one, pace.get(one.session().order().sessionId()), now))
                .toList());
    }

    private Summary summary(Listed listed, TurnArchive.@Nullable Pace pace, Instant now) {
        Session session = listed.session();
        var order = session.order();
        var id = order.sessionId();
        long cost = session.legs().all().stream()
                .mapToLong(leg -> Spending.of(leg, order, terms.microsPerCredit(), now))
                .sum();
        Instant since = session.legs().firstLive();
        return new Summary(
                id.toString(),
                order.requestId() == null ? null : order.requestId().toString(),
                order.tenant().toString(),
                session.state(),
                order.mode().name().toLowerCase(Locale.ROOT),
                order.avatarId(),
                session.legs().last(),
                session instanceof Session.Waiting ? desk.place(id).orElse(null) : null,
                cost,
                order.budgetMicros(),
                order.alwaysOn(),
                listed.createdAt(),
                since,
                session.leased(),
                since == null || session.seen() == null ? null : perMinute(pace, since, now),
                pace == null ? null : pace.firstFrameP50Ms(),
                conversations.viewers(id),
                listed.owner(),
                SessionView.reason(session));
    }

    /** Of a young session over its own time, but at least a minute. */
    private static double perMinute(TurnArchive.@Nullable Pace pace, Instant since, Instant now) {
        var ran = Duration.between(since, now);
        double seconds = Math.clamp(ran.toMillis() / 1000.0, 60, LATELY.toSeconds());
        return pace == null ? 0 : Math.round(pace.turns() / seconds * 600) / 10.0;
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw wrong("limit", String.valueOf(text), "a whole number from 1 to " + MOST);
    }

    private static Refused wrong(String name, String found, String allowed) {
        return Refused.question(new Violation("field.range", name, found, allowed, null));
    }
}
