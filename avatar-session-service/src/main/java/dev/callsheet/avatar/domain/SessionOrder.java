package dev.callsheet.avatar.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a session is to be.
 *
 * @param requestId the request that asked for it; null if a client did so directly
 * @param persona how the avatar is to speak, in plain words
 * @param language BCP 47 tag of the language to answer in
 * @param maxLength after this much time the provider ends it
 * @param sandbox a free session of about one minute
 */
public record SessionOrder(
        SessionId sessionId,
        TenantId tenant,
        @Nullable RequestId requestId,
        String avatarId,
        @Nullable String persona,
        @Nullable String language,
        Duration maxLength,
        boolean sandbox) {

    /** The most it can cost: every minute that can begin. */
    public long quotedMicros(long microsPerMinute) {
        return sandbox ? 0 : Math.ceilDiv(maxLength.toSeconds(), 60) * microsPerMinute;
    }
}
