package dev.callsheet.avatar.live.show;

import dev.callsheet.contracts.SessionId;
import java.time.Instant;

/** What a show asks of the house. Calls may block; they are not made where a show runs. */
interface Backstage {
    /** Where the session's programme stands. */
    String position(SessionId id);

    void keep(SessionId id, String position);

    /** Stops the session's meter until then. */
    void rest(SessionId id, Instant until);

    /** The session's plan is done. */
    void end(SessionId id);
}
