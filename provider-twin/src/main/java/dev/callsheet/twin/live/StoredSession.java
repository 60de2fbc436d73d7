package dev.callsheet.twin.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as its line holds it. Charged minutes are not in it: the billing journal knows them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredSession(
        String id,
        String token,
        LiveOrder order,
        Instant createdAt,
        Terms terms,
        @Nullable Instant since,
        @Nullable Instant lastSign,
        LiveSession.@Nullable End limit,
        LiveSession.@Nullable End end) {

    static StoredSession of(LiveSession session) {
        var blank = new StoredSession(
                session.id(),
                session.token(),
                session.order(),
                session.createdAt(),
                session.terms(),
                null,
                null,
                null,
                null);
        return switch (session.phase()) {
            case LiveSession.Phase.Issued() -> blank;
            case LiveSession.Phase.Active(Instant since, Instant sign, LiveSession.End limit) ->
                blank.with(since, sign, limit, null);
            case LiveSession.Phase.Ended(Instant since, LiveSession.End end) -> blank.with(since, null, null, end);
        };
    }

    /** @param minutes that were charged so far */
    LiveSession session(int minutes) {
        return new LiveSession(id, token, order, createdAt, terms, phase(), minutes);
    }

    private LiveSession.Phase phase() {
        if (since == null) {
            return new LiveSession.Phase.Issued();
        }
        if (end != null) {
            return new LiveSession.Phase.Ended(since, end);
        }
        var cap =
                limit == null ? new LiveSession.End(since.plus(terms.length()), EndReason.MAX_DURATION_REACHED) : limit;
        return new LiveSession.Phase.Active(since, lastSign == null ? since : lastSign, cap);
    }

    private StoredSession with(
            Instant begun, @Nullable Instant sign, LiveSession.@Nullable End cap, LiveSession.@Nullable End over) {
        return new StoredSession(id, token, order, createdAt, terms, begun, sign, cap, over);
    }
}
