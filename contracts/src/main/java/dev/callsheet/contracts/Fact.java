package dev.callsheet.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, on {@code callsheet.facts}: told by the service that owns it, by derived id, so that a repeat is
 * recognised. Times in milliseconds, money in micros of US dollars.
 */
public sealed interface Fact {
    TenantId tenant();

    /** The aggregate whose facts stay in order: the Kafka key. */
    @JsonIgnore
    UUID aggregate();

    /** Tells this fact from others of its type about the same aggregate. */
    @JsonIgnore
    default String occurrence() {
        return "";
    }

    /** The event as it goes out. */
    default CloudEvent event(String source, Instant time) {
        String type = FactTypes.typeOf(getClass());
        String id =
                DerivedId.of("fact", aggregate().toString(), type, occurrence()).toString();
        return new CloudEvent(id, source, type, aggregate().toString(), time, java.util.Map.of(), Json.write(this));
    }

    /** A fact about a request. */
    sealed interface OfRequest extends Fact {
        RequestId requestId();

        @Override
        default UUID aggregate() {
            return requestId().value();
        }
    }

    /** A fact about one take of a request. */
    sealed interface OfTake extends OfRequest {
        TakeId takeId();

        @Override
        default String occurrence() {
            return takeId().toString();
        }
    }

    /** What may happen to a take more than once is told apart by the change that it was. */
    private static String at(TakeId take, @Nullable Integer step) {
        return step == null ? take.toString() : take + " " + step;
    }

    /** A fact about a live session. */
    sealed interface OfSession extends Fact {
        SessionId sessionId();

        @Override
        default UUID aggregate() {
            return sessionId().value();
        }
    }

    /** @param children the requests that a fan-out has become, in the order of their pictures */
    record RequestRouted(
            RequestId requestId,
            TenantId tenant,
            Decision decision,
            @Nullable List<RequestId> children) implements OfRequest {
        public RequestRouted {
            // Facts from before there were fan-outs have none.
            children = children == null ? List.of() : List.copyOf(children);
        }

        public RequestRouted(RequestId requestId, TenantId tenant, Decision decision) {
            this(requestId, tenant, decision, List.of());
        }
    }

    record RequestRejected(RequestId requestId, TenantId tenant, Decision decision) implements OfRequest {}

    /** A folder was listed: one child for each of its pictures, in the order of their names. */
    record RequestSplit(RequestId requestId, TenantId tenant, List<RequestId> children) implements OfRequest {
        public RequestSplit {
            children = List.copyOf(children);
        }
    }

    /**
     * A row stands in the worker's table; nothing is spent.
     *
     * @param forecast null as long as nothing can be foretold
     */
    record TakeQueued(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            int attempt,
            String model,
            long quotedMicros,
            @Nullable Forecast forecast)
            implements OfTake {
        public TakeQueued(
                RequestId requestId, TakeId takeId, TenantId tenant, int attempt, String model, long quotedMicros) {
            this(requestId, takeId, tenant, attempt, model, quotedMicros, null);
        }
    }

    /** The line has moved on: a new forecast for a take that waits. @param number of the forecast, from 1 */
    record TakeForecast(RequestId requestId, TakeId takeId, TenantId tenant, int number, Forecast forecast)
            implements OfTake {
        @Override
        public String occurrence() {
            return takeId() + " " + number;
        }
    }

    /**
     * It waits again and nothing of it is spent: the provider has surely not rendered it.
     *
     * @param step the take's change that this was
     */
    record TakeRequeued(RequestId requestId, TakeId takeId, TenantId tenant, String cause, int step) implements OfTake {
        @Override
        public String occurrence() {
            return takeId() + " " + step;
        }
    }

    /**
     * The provider has it; money is committed.
     *
     * @param forecast null as long as nothing can be foretold
     */
    record TakeRendering(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            String providerId,
            long committedMicros,
            long queuedMs,
            @Nullable Forecast forecast)
            implements OfTake {
        public TakeRendering(
                RequestId requestId,
                TakeId takeId,
                TenantId tenant,
                String providerId,
                long committedMicros,
                long queuedMs) {
            this(requestId, takeId, tenant, providerId, committedMicros, queuedMs, null);
        }

        /** A take that was released and sent again is rendered under another of the provider's ids. */
        @Override
        public String occurrence() {
            return takeId() + " " + providerId;
        }
    }

    /**
     * No answer came to the submit; it is looked for at the provider, never sent again.
     *
     * @param step the take's change that this was; null in facts of old
     */
    record TakeUnsure(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            String cause,
            @Nullable Integer step) implements OfTake {
        @Override
        public String occurrence() {
            return at(takeId, step);
        }
    }

    /** Past every expected time; still watched. @param step the take's change that this was; null in facts of old */
    record TakeWedged(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            long runningMs,
            @Nullable Integer step) implements OfTake {
        @Override
        public String occurrence() {
            return at(takeId, step);
        }
    }

    /** The clip is ours: stored, hashed, settled. */
    record TakeFinished(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            int attempt,
            String model,
            Clip clip,
            long settledMicros,
            long queuedMs,
            long renderMs,
            List<String> repairs)
            implements OfTake {
        public TakeFinished {
            repairs = List.copyOf(repairs);
        }
    }

    /** There is no clip. @param spentMicros what it has cost all the same; null in facts of old, where it is 0 */
    record TakeFailed(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            String code,
            String message,
            boolean retryable,
            @Nullable Long spentMicros)
            implements OfTake {}

    /** The tenant has stopped it. @param answer what the provider said to its own cancel; null if it was not asked */
    record TakeCancelled(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            long spentMicros,
            @Nullable String answer) implements OfTake {}

    /**
     * The tenant wants it stopped, the provider goes on: it will be paid.
     *
     * @param answer what the provider said to the cancel
     * @param then what becomes of the clip
     * @param step the take's change that this was
     */
    record TakeUnstoppable(
            RequestId requestId, TakeId takeId, TenantId tenant, String answer, Control.Unstoppable then, int step)
            implements OfTake {
        @Override
        public String occurrence() {
            return at(takeId, step);
        }
    }

    record ClipScored(RequestId requestId, TakeId takeId, TenantId tenant, Score score) implements OfTake {}

    /** The request has its result. The verdict is null where nothing was to be measured. */
    record RequestCompleted(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            Clip clip,
            @Nullable String verdict,
            int takes,
            long settledMicros)
            implements OfRequest {}

    /** There is no result. @param openMicros committed to renders that have not ended; null in facts of old */
    record RequestFailed(
            RequestId requestId,
            TenantId tenant,
            String code,
            String message,
            long settledMicros,
            @Nullable Long openMicros)
            implements OfRequest {}

    record RequestCancelled(RequestId requestId, TenantId tenant, long settledMicros) implements OfRequest {}

    /** A session may be started; nothing is spent. */
    record SessionOffered(SessionId sessionId, RequestId requestId, TenantId tenant, String avatarId)
            implements OfSession {}

    record SessionStarted(SessionId sessionId, @Nullable RequestId requestId, TenantId tenant, String providerId)
            implements OfSession {}

    record SessionEnded(
            SessionId sessionId,
            @Nullable RequestId requestId,
            TenantId tenant,
            String reason,
            long liveMs,
            long settledMicros)
            implements OfSession {}

    /** Times are milliseconds from the end of the person's input; null for what never came. */
    record TurnEnded(
            SessionId sessionId,
            TenantId tenant,
            int turn,
            boolean interrupted,
            @Nullable Long firstTokenMs,
            @Nullable Long firstAudioMs,
            @Nullable Long firstFrameMs)
            implements OfSession {
        @Override
        public String occurrence() {
            return Integer.toString(turn);
        }
    }

    /**
     * When a take is expected to end, counted from the fact's time.
     *
     * @param place how many takes are served before it; null once it is with the provider
     * @param likelyMs half of such takes end before
     * @param latestMs 95 of 100 such takes end before
     */
    record Forecast(@Nullable Integer place, long likelyMs, long latestMs) {}

    /** A stored clip; sha256 in lower-case hexadecimal. */
    record Clip(String uri, long bytes, double seconds, int width, int height, String sha256) {}

    /**
     * A clip's identity, measured.
     *
     * @param verdict PASS, FAIL, REVIEW or NOT_MEASURABLE
     * @param reason the rule with value and limit
     * @param framesWithin share of evaluable frames within the threshold, 0 to 1; null if not measurable
     * @param median of the frames' distances to the references; null if not measurable
     * @param calibration which limits were used
     */
    record Score(
            String verdict,
            String reason,
            @Nullable Double framesWithin,
            @Nullable Double median,
            double threshold,
            String calibration,
            String report,
            @Nullable String sheet) {}
}
