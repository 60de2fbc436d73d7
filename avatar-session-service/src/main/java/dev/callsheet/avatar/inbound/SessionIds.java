package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.contracts.SessionId;
import java.util.UUID;

/** Session ids as they stand in addresses. */
final class SessionIds {
    private SessionIds() {}

    /** @throws Refused 404: what is no id names no session */
    static SessionId of(String text) {
        try {
            return new SessionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refused.unknownSession();
        }
    }
}
