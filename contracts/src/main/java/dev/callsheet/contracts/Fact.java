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

    /** A fact about a character. */
    sealed interface OfCharacter extends Fact {
        CharacterId characterId();

        @Override
        default UUID aggregate() {
            return characterId().value();
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

    /**
     * A person has ruled on a clip.
     *
     * @param verdict the machine's; null where nothing was measured
     */
    record ClipRuled(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            Ruling ruling,
            @Nullable String verdict) implements OfTake {
        @Override
        public String occurrence() {
            return takeId() + " " + ruling.at();
        }
    }

    /** A clip is there, and the request waits for a person's word on it. @param verdict the machine's */
    record RequestHeld(RequestId requestId, TakeId takeId, TenantId tenant, String verdict) implements OfTake {}

    /**
     * The request has its result. The verdict is null where nothing was to be measured.
     *
     * @param ruling the person's word that decided; null if the machine's did
     */
    record RequestCompleted(
            RequestId requestId,
            TakeId takeId,
            TenantId tenant,
            Clip clip,
            @Nullable String verdict,
            int takes,
            long settledMicros,
            Ruling.@Nullable Word ruling)
            implements OfRequest {
        public RequestCompleted(
                RequestId requestId,
                TakeId takeId,
                TenantId tenant,
                Clip clip,
                @Nullable String verdict,
                int takes,
                long settledMicros) {
            this(requestId, takeId, tenant, clip, verdict, takes, settledMicros, null);
        }
    }

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

    /**
     * A character's references were looked at.
     *
     * @param version of the registration
     * @param state READY: its prototype is pinned; REFUSED: it is not
     * @param code why refused, such as REFERENCE_INCONSISTENT; null if ready
     * @param text for people; names the reference that is the odd one
     * @param usable how many references, or pictures out of reference clips, the prototype is made of
     * @param warnings what is better known before money is spent
     */
    record CharacterMeasured(
            CharacterId characterId,
            TenantId tenant,
            String name,
            int version,
            String state,
            @Nullable String code,
            @Nullable String text,
            int usable,
            List<ReferenceWarning> warnings)
            implements OfCharacter {
        public CharacterMeasured {
            warnings = List.copyOf(warnings);
        }

        @Override
        public String occurrence() {
            return Integer.toString(version);
        }
    }

    /** What was kept of a character's identity is deleted. @param objects how many files were deleted */
    record CharacterErased(CharacterId characterId, TenantId tenant, String name, int version, int objects)
            implements OfCharacter {
        @Override
        public String occurrence() {
            return Integer.toString(version);
        }
    }

    /**
     * How a campaign stands after one more of its takes.
     *
     * @param takes how many are counted: a later state counts as many or more
     * @param number of the state, to tell apart what counts the same takes
     * @param bound takes whose prompt named the characters; null without any
     * @param unbound the others; null without any
     * @param report address of the whole as JSON
     * @param page address of the page that can be sent on
     */
    record CampaignScored(
            CampaignId campaignId,
            TenantId tenant,
            String campaign,
            int takes,
            long number,
            @Nullable Consistency bound,
            @Nullable Consistency unbound,
            int approved,
            int rejected,
            String report,
            String sheet,
            String page)
            implements Fact {
        @Override
        public UUID aggregate() {
            return campaignId.value();
        }

        @Override
        public String occurrence() {
            return takes + " " + number;
        }
    }

    /** A session may be started; nothing is spent. */
    record SessionOffered(SessionId sessionId, RequestId requestId, TenantId tenant, String avatarId)
            implements OfSession {}

    /**
     * The provider has no seat for the session now.
     *
     * @param place in the waiting room as it begins to wait, from 1; null if not told
     * @param leg which of the session's legs waits
     */
    record SessionWaiting(
            SessionId sessionId,
            @Nullable RequestId requestId,
            TenantId tenant,
            @Nullable Integer place,
            int leg) implements OfSession {
        public SessionWaiting(SessionId sessionId, @Nullable RequestId requestId, TenantId tenant, int leg) {
            this(sessionId, requestId, tenant, null, leg);
        }

        @Override
        public String occurrence() {
            return Integer.toString(leg);
        }
    }

    record SessionStarted(SessionId sessionId, @Nullable RequestId requestId, TenantId tenant, String providerId)
            implements OfSession {}

    /**
     * The session goes on over another of the provider's.
     *
     * @param leg the new one, from 2
     * @param reason why the one before it was left
     * @param gapMs how long the audience saw neither; null if that was not measured
     */
    record SessionRotated(
            SessionId sessionId,
            @Nullable RequestId requestId,
            TenantId tenant,
            int leg,
            String providerId,
            String reason,
            @Nullable Long gapMs)
            implements OfSession {
        @Override
        public String occurrence() {
            return Integer.toString(leg);
        }
    }

    /** The meter stands until the session is resumed. @param leg the last one that ran */
    record SessionPaused(
            SessionId sessionId,
            @Nullable RequestId requestId,
            TenantId tenant,
            int leg,
            @Nullable String reason) implements OfSession {
        public SessionPaused(SessionId sessionId, @Nullable RequestId requestId, TenantId tenant, int leg) {
            this(sessionId, requestId, tenant, leg, null);
        }

        @Override
        public String occurrence() {
            return Integer.toString(leg);
        }
    }

    /** A paused session runs again. @param leg the one it runs over now */
    record SessionResumed(
            SessionId sessionId, @Nullable RequestId requestId, TenantId tenant, int leg, String providerId)
            implements OfSession {
        @Override
        public String occurrence() {
            return Integer.toString(leg);
        }
    }

    /** @param legs how many sessions of the provider it took; null in facts of old */
    record SessionEnded(
            SessionId sessionId,
            @Nullable RequestId requestId,
            TenantId tenant,
            String reason,
            long liveMs,
            long settledMicros,
            @Nullable Integer legs)
            implements OfSession {
        public SessionEnded(
                SessionId sessionId,
                @Nullable RequestId requestId,
                TenantId tenant,
                String reason,
                long liveMs,
                long settledMicros) {
            this(sessionId, requestId, tenant, reason, liveMs, settledMicros, null);
        }
    }

    /**
     * Words that are not answered.
     *
     * @param inputId as the one who sent them named them
     * @param reason a stable dotted code, such as {@code session.not_live}
     * @param others how many more of the audience's comments were skipped for the same reason at that time; null for none
     */
    record TurnSkipped(
            SessionId sessionId,
            TenantId tenant,
            String inputId,
            String reason,
            @Nullable Integer others) implements OfSession {
        public TurnSkipped(SessionId sessionId, TenantId tenant, String inputId, String reason) {
            this(sessionId, tenant, inputId, reason, null);
        }

        @Override
        public String occurrence() {
            return inputId;
        }
    }

    /**
     * Times are milliseconds from the end of the person's input; null for what never came.
     *
     * @param inputIds whose words were answered; empty in facts of old
     */
    record TurnEnded(
            SessionId sessionId,
            TenantId tenant,
            int turn,
            boolean interrupted,
            @Nullable Long firstTokenMs,
            @Nullable Long firstAudioMs,
            @Nullable Long firstFrameMs,
            @Nullable Long transcribedMs,
            @Nullable Long firstSentenceMs,
            @Nullable Long sentMs,
            @Nullable List<String> inputIds)
            implements OfSession {
        public TurnEnded {
            inputIds = inputIds == null ? List.of() : List.copyOf(inputIds);
        }

        public TurnEnded(
                SessionId sessionId,
                TenantId tenant,
                int turn,
                boolean interrupted,
                @Nullable Long firstTokenMs,
                @Nullable Long firstAudioMs,
                @Nullable Long firstFrameMs) {
            this(
                    sessionId,
                    tenant,
                    turn,
                    interrupted,
                    firstTokenMs,
                    firstAudioMs,
                    firstFrameMs,
                    null,
                    null,
                    null,
                    List.of());
        }

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
     * @param evidence null in facts of old
     * @param characters in the order of the work; empty in facts of old
     */
    record Score(
            String verdict,
            String reason,
            @Nullable Double framesWithin,
            @Nullable Double median,
            double threshold,
            String calibration,
            String report,
            @Nullable String sheet,
            @Nullable Evidence evidence,
            @Nullable List<CharacterScore> characters) {
        public Score {
            characters = characters == null ? List.of() : List.copyOf(characters);
        }

        public Score(
                String verdict,
                String reason,
                @Nullable Double framesWithin,
                @Nullable Double median,
                double threshold,
                String calibration,
                String report,
                @Nullable String sheet) {
            this(verdict, reason, framesWithin, median, threshold, calibration, report, sheet, null, List.of());
        }
    }

    /** Addresses of what can be looked at. @param page the whole as one file that can be sent on @param frames CSV @param curve SVG */
    record Evidence(String page, String frames, String curve) {}

    /** One character's part of a score. @param flags codes of what a person should look at, such as COPY_PASTE */
    record CharacterScore(
            String name,
            String verdict,
            String reason,
            @Nullable Double framesWithin,
            @Nullable Double median,
            List<String> flags) {
        public CharacterScore {
            flags = List.copyOf(flags);
        }
    }

    /**
     * The Identity Consistency Rate of independently generated takes.
     *
     * @param takes all of them, those without a clip or a measurable face too
     * @param unmade without a clip
     * @param rate passed over takes
     * @param low,high the Wilson score interval at 95 % (Wilson 1927)
     */
    record Consistency(
            int takes,
            int passed,
            int failed,
            int review,
            int notMeasurable,
            int unmade,
            double rate,
            double low,
            double high) {}

    /** @param reference as the character's owner knows it: its file name */
    record ReferenceWarning(String reference, String code, String text) {}
}
