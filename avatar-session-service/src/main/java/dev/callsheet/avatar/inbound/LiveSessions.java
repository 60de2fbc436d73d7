package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whose sessions take words. Comments come by thousands: for them, what was found out is believed for a moment. */
@Singleton
class LiveSessions {
    private static final long YES_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long NO_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST = 10_000;

    private final SessionStore store;
    private final Map<SessionId, Found> found = new LinkedHashMap<>();

    LiveSessions(SessionStore store) {
        this.store = store;
    }

    /** @param tenant null if the session takes no words */
    private record Found(@Nullable TenantId tenant, long at) {}

    /** Whether the session is this tenant's and is seen now. */
    boolean isLive(SessionId id, TenantId tenant) {
        return tenant.equals(tenant(id));
    }

    /** As {@link #isLive}, but it may be so no more, or only just now. */
    boolean wasLive(SessionId id, TenantId tenant) {
        long now = System.nanoTime();
        Found known = known(id, now);
        if (known == null) {
            known = new Found(tenant(id), now);
            keep(id, known);
        }
        return tenant.equals(known.tenant);
    }

    private @Nullable TenantId tenant(SessionId id) {
        return store.find(id)
                .filter(session -> session.seen() != null)
                .map(Session::order)
                .map(SessionOrder::tenant)
                .orElse(null);
    }

    private synchronized @Nullable Found known(SessionId id, long now) {
        Found known = found.get(id);
        long believed = known == null || known.tenant == null ? NO_NANOS : YES_NANOS;
        return known == null || now - known.at > believed ? null : known;
    }

    private synchronized void keep(SessionId id, Found what) {
        // The oldest goes first: a look-up that is put again goes to the end.
        found.remove(id);
        found.put(id, what);
        if (found.size() > MOST) {
            Iterator<SessionId> oldest = found.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
