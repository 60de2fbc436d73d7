package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session in memory. */
final class MemoryRow {
    Session session;
    String fingerprint = "";

    @Nullable
    String traceparent;

    final List<LedgerEntry> ledger = new ArrayList<>();
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant leaseUntil;

    @Nullable
    Instant closeAt;

    @Nullable
    Instant keptAliveAt;

    @Nullable
    String owner;

    Instant ownerUntil = Instant.MIN;

    @Nullable
    String wantedBy;

    Instant wantedUntil = Instant.MIN;
    boolean nudged;
    String planPosition = "";

    MemoryRow(Session session) {
        this.session = session;
    }

    /** The lease may have been renewed beside the state. */
    Session read() {
        var until = leaseUntil;
        return until == null
                ? session
                : switch (session) {
                    case Session.Requested s -> s;
                    case Session.Waiting s ->
                        new Session.Waiting(s.order(), s.legs(), s.cause(), s.since(), s.tryAt(), until);
                    case Session.Opening s -> new Session.Opening(s.order(), s.legs(), s.cause(), s.since(), until);
                    case Session.Live s -> new Session.Live(s.order(), s.legs(), until);
                    case Session.Rotating s -> new Session.Rotating(s.order(), s.legs(), until);
                    case Session.Paused s -> new Session.Paused(s.order(), s.legs(), s.since(), until, s.resumeAt());
                    case Session.Closing s -> s;
                    case Session.Closed s -> s;
                };
    }
}
