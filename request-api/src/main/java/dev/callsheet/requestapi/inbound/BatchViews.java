package dev.callsheet.requestapi.inbound;

import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.domain.Ledger;
import dev.callsheet.requestapi.domain.State;
import dev.callsheet.requestapi.domain.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Batches as our answers show them. */
final class BatchViews {
    private BatchViews() {}

    /**
     * @param kind {@code catalogue}, {@code fan-out} or {@code folder}
     * @param ended whether nothing more will come
     * @param forecast absent as long as nothing is known, and after the end
     * @param reasons why there is no clip, the most frequent first
     */
    record BatchView(
            String id,
            String kind,
            @Nullable String title,
            @Nullable String campaign,
            String state,
            boolean ended,
            Counts progress,
            Ledger money,
            @Nullable Forecast forecast,
            List<Count> reasons,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant cancelledAt,
            Links links) {}

    /**
     * @param ended of which nothing more will come, the refused ones too
     * @param refused before anything was spent
     * @param accepted not yet in a worker's queue
     * @param live sessions that are offered or open
     */
    record Counts(
            int total,
            int ended,
            int refused,
            int accepted,
            int queued,
            int unsure,
            int rendering,
            int wedged,
            int rendered,
            int held,
            int live,
            int completed,
            int partly,
            int failed,
            int cancelled) {
        static Counts of(int total, Tally tally) {
            return new Counts(
                    total,
                    tally.ended() + tally.refused(),
                    tally.refused() + tally.of(State.REJECTED),
                    tally.of(State.ACCEPTED, State.ROUTED, State.FANNED_OUT),
                    tally.of(State.QUEUED),
                    tally.of(State.UNSURE),
                    tally.of(State.RENDERING),
                    tally.of(State.WEDGED),
                    tally.of(State.RENDERED),
                    tally.of(State.HELD),
                    tally.of(State.OFFERED, State.WAITING, State.LIVE, State.PAUSED),
                    tally.of(State.COMPLETED, State.ENDED),
                    tally.of(State.PARTLY),
                    tally.of(State.FAILED),
                    tally.of(State.CANCELLED));
        }
    }

    /** When the last one will have ended. @param basis {@code takes}: what is foretold of each; {@code pace}: how fast the others ended */
    record Forecast(Instant likelyAt, Instant latestAt, String basis) {}

    record Count(String code, int count) {}

    /** Addresses below this service. @param request of the parent request, if it is one's children */
    record Links(
            String self,
            String results,
            String events,
            @Nullable String request) {
        static Links of(Batch batch) {
            String self = Entrance.BATCHES + "/" + batch.id();
            return new Links(
                    self,
                    self + "/results",
                    self + "/events",
                    batch.isParent() ? Entrance.REQUESTS + "/" + batch.id() : null);
        }
    }

    static BatchView of(Batch batch, Tally tally, Map<String, Integer> reasons, Instant now) {
        State state = tally.state(batch.sentAt() != null || batch.cancelledAt() != null);
        return new BatchView(
                batch.id().toString(),
                batch.kind().wire(),
                batch.title(),
                batch.campaign(),
                state.wire(),
                state.isFinal(),
                Counts.of(batch.total(), tally),
                tally.ledger(),
                tally.forecast(now)
                        .map(forecast -> new Forecast(
                                forecast.likelyAt(),
                                forecast.latestAt(),
                                forecast.basis().name().toLowerCase(Locale.ROOT)))
                        .orElse(null),
                reasons.entrySet().stream()
                        .map(reason -> new Count(reason.getKey(), reason.getValue()))
                        .toList(),
                batch.createdAt(),
                batch.sentAt(),
                batch.cancelledAt(),
                Links.of(batch));
    }
}
