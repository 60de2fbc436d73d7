package dev.callsheet.avatar.inbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;

/** Whose session is to be offered. */
record Offer(RequestId request, TenantId tenant) {
    SessionId session() {
        return SessionId.of(request);
    }
}
