package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.requestapi.domain.Ledger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as our answers show it. Absent is what is not known yet.
 *
 * @param ended whether nothing more will come
 * @param parent the batch or the request that it is a part of
 * @param bound whether the prompt names every reference; absent for other routes than r2v
 */
record RequestView(
        String id,
        String tenant,
        String state,
        boolean ended,
        @Nullable ProgressView progress,
        @Nullable String parent,
        @Nullable String door,
        @Nullable String route,
        @Nullable Boolean bound,
        @Nullable Decision decision,
        @Nullable JsonNode request,
        List<TakeView> takes,
        @Nullable ClipView clip,
        @Nullable ScoreView score,
        @Nullable String verdict,
        @Nullable Failure failure,
        @Nullable SessionView session,
        Ledger ledger,
        @Nullable String traceId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<ChildView> children,
        List<Entry> history,
        Links links) {

    /** One of the requests that a fan-out has become. */
    record ChildView(String id, String state, boolean ended) {}

    /** Addresses below this service. @param batch of a request that has children */
    record Links(String self, String events, @Nullable String batch) {
        static Links of(RequestId id, boolean parent) {
            return new Links(
                    "/v1/requests/" + id,
                    "/v1/requests/" + id + "/events",
                    parent ? Entrance.BATCHES + "/" + id : null);
        }
    }

    /** One thing that was told. */
    record Entry(String id, String type, String source, Instant time, JsonNode data) {}

    /**
     * One paid attempt. Times in milliseconds.
     *
     * @param result whether its clip is the request's result
     * @param ruling a person's last word on it; the machine's stays in the score
     * @param cancelAnswer what the provider said to a cancel
     */
    record TakeView(
            String id,
            int attempt,
            String state,
            @Nullable String model,
            @Nullable String providerId,
            @Nullable Long queuedMs,
            @Nullable Long renderMs,
            Ledger ledger,
            @Nullable ClipView clip,
            @Nullable ScoreView score,
            @Nullable Boolean result,
            @Nullable Ruling ruling,
            @Nullable Failure failure,
            @Nullable String cancelAnswer) {}

    /** @param link downloads the clip without a key until linkExpiresAt */
    record ClipView(
            String uri,
            long bytes,
            double seconds,
            int width,
            int height,
            String sha256,
            @Nullable String link,
            Instant linkExpiresAt) {}

    /**
     * A clip's identity, measured, with links to the evidence that work without a key for a while.
     *
     * @param pageLink the whole as one file that can be sent on
     * @param framesLink every frame, as comma separated values
     * @param curveLink the distance over time, as a drawing
     */
    record ScoreView(
            Fact.Score measured,
            @Nullable String reportLink,
            @Nullable String sheetLink,
            @Nullable String pageLink,
            @Nullable String framesLink,
            @Nullable String curveLink) {}

    /** @param openMicros committed to renders that had not ended; absent if there were none */
    record Failure(String code, String message, @Nullable Long openMicros) {}

    /**
     * The live session that this request asked for.
     *
     * @param start where it is started: POST with this request's id
     * @param page where a person can see it
     */
    record SessionView(
            String id,
            String state,
            @Nullable String avatarId,
            String start,
            String self,
            String page,
            List<Fact.TurnEnded> turns,
            @Nullable String endReason,
            @Nullable Long liveMs) {}
}
