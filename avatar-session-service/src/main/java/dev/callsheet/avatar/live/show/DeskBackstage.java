package dev.callsheet.avatar.live.show;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.SessionId;
import jakarta.inject.Singleton;
import java.time.Instant;

/** {@link Backstage} by the desk; a rest is stored with its end, so that any process wakes the session. */
@Singleton
class DeskBackstage implements Backstage {
    private static final String QUIET = "plan.quiet_hours";

    private final SessionStore store;
    private final SessionDesk desk;

    DeskBackstage(SessionStore store, SessionDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    @Override
    public String position(SessionId id) {
        return store.planPosition(id);
    }

    @Override
    public void keep(SessionId id, String position) {
        store.planPosition(id, position);
    }

    @Override
    public void rest(SessionId id, Instant until) {
        desk.pause(id, QUIET, until);
    }

    @Override
    public void end(SessionId id) {
        desk.end(id, EndReason.PLAN_ENDED);
    }
}
