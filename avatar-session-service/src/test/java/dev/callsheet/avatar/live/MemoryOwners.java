package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.contracts.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who holds which session, in memory. */
abstract class MemoryOwners implements SessionOwners {
    protected final Map<SessionId, MemoryRow> rows = new LinkedHashMap<>();

    @Override
    public synchronized boolean take(SessionId id, String process, Instant now, Instant until) {
        var row = rows.get(id);
        if (row == null || row.owner != null && !row.owner.equals(process) && !row.ownerUntil.isBefore(now)) {
            return false;
        }
        row.owner = process;
        row.ownerUntil = until;
        row.wantedBy = null;
        return true;
    }

    @Override
    public synchronized Held renew(Collection<SessionId> ids, String process, Instant now, Instant until) {
        var lost = new HashSet<SessionId>();
        var wanted = new HashSet<SessionId>();
        var nudged = new HashSet<SessionId>();
        for (var id : ids) {
            var row = rows.get(id);
            boolean mine = row != null && process.equals(row.owner);
            if (!mine || Set.of("requested", "paused", "closing", "closed").contains(row.session.state())) {
                lost.add(id);
                continue;
            }
            row.ownerUntil = until;
            if (row.wantedBy != null && !row.wantedBy.equals(process) && row.wantedUntil.isAfter(now)) {
                wanted.add(id);
            }
            if (row.nudged) {
                nudged.add(id);
                row.nudged = false;
            }
        }
        return new Held(lost, wanted, nudged);
    }

    @Override
    public synchronized void want(SessionId id, String process, Instant until) {
        rows.get(id).wantedBy = process;
        rows.get(id).wantedUntil = until;
    }

    @Override
    public synchronized void nudge(SessionId id) {
        rows.get(id).nudged = true;
    }

    @Override
    public synchronized void release(SessionId id, String process) {
        var row = rows.get(id);
        if (process.equals(row.owner)) {
            row.owner = null;
        }
    }

    @Override
    public synchronized List<SessionId> orphaned(Instant now, int limit) {
        return ids(limit, row -> row.session.seen() != null && (row.owner == null || row.ownerUntil.isBefore(now)));
    }

    protected List<SessionId> ids(int limit, Predicate<MemoryRow> which) {
        return rows.values().stream()
                .filter(which)
                .limit(limit)
                .map(row -> row.session.order().sessionId())
                .toList();
    }
}
