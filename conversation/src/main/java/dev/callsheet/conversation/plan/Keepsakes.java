package dev.callsheet.conversation.plan;

import dev.callsheet.contracts.SessionId;
import java.time.Instant;

/** What is kept of sessions that are over: words and recordings. */
public interface Keepsakes {
    /**
     * Deletes what has had its time.
     *
     * @param most sessions at once
     * @return how many sessions lost something; fewer than {@code most} if nothing more is due
     */
    int forgetExpired(Instant now, int most);

    /** Deletes what is kept of one session, whatever was agreed; may be repeated. */
    void forget(SessionId id);
}
