package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session is to be.
 *
 * @param requestId the request that asked for it; null if a client did so directly
 * @param voiceId the provider's voice; null for the avatar's own
 * @param persona how the avatar is to speak, in plain words
 * @param knowledge what it knows, in plain words
 * @param language BCP 47 tag of the language to answer in
 * @param maxLength of the whole session, over all its legs; without meaning for one that is always on
 * @param sandbox a free session; its legs last about a minute
 * @param alwaysOn runs without anybody watching, until its plan ends or somebody ends it
 * @param budgetMicros the most that may be spent, micros of US dollars; null for no limit
 * @param plan the session plan as checked JSON; null for none
 * @param rtmp where the picture is sent besides; needs an own LiveKit
 */
public record SessionOrder(
        SessionId sessionId,
        TenantId tenant,
        @Nullable RequestId requestId,
        String avatarId,
        Mode mode,
        @Nullable String voiceId,
        @Nullable String persona,
        @Nullable String knowledge,
        @Nullable String language,
        Duration maxLength,
        boolean sandbox,
        boolean alwaysOn,
        @Nullable Long budgetMicros,
        TurnPolicy turnPolicy,
        @Nullable String plan,
        Consent consent,
        Disclosure disclosure,
        List<String> rtmp) {
    public SessionOrder {
        rtmp = List.copyOf(rtmp);
    }

    /** Who hears, thinks and speaks. */
    public enum Mode {
        /** We do; the provider renders the face. One credit a minute. */
        LITE(1),
        /** The provider does. Two credits a minute. */
        FULL(2);

        private final int credits;

        Mode(int credits) {
            this.credits = credits;
        }

        public int creditsPerMinute() {
            return credits;
        }
    }

    /** What the people in the session have agreed to. @param keep how long what was kept stays */
    public record Consent(boolean recordTranscript, boolean recordVideo, Duration keep) {
        public static final Consent NONE = new Consent(false, false, Duration.ZERO);
    }

    /** How people learn that they talk to a machine. @param spoken the avatar says it first, besides */
    public record Disclosure(boolean spoken, String text) {}

    /** What a minute of it costs. */
    public long microsPerMinute(long microsPerCredit) {
        return sandbox ? 0 : mode.creditsPerMinute() * microsPerCredit;
    }

    /** The most that this much time can cost: every minute that can begin. */
    public long micros(Duration time, long microsPerCredit) {
        return Math.ceilDiv(time.toMillis(), 60_000) * microsPerMinute(microsPerCredit);
    }
}
