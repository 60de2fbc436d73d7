package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables in memory. Held to the same contract as the real ones. */
final class MemoryStore extends MemoryOwners implements SessionStore, SessionSeats, Lessons {
    final List<Fact> facts = new ArrayList<>();
    private final Map<String, Duration> lessons = new HashMap<>();
    private final Clock clock;

    MemoryStore(Clock clock) {
        this.clock = clock;
    }

    synchronized List<LedgerEntry> ledger(SessionId id) {
        return List.copyOf(rows.get(id).ledger);
    }

    synchronized List<Session> all() {
        return rows.values().stream().map(MemoryRow::read).toList();
    }

    @Override
    public synchronized boolean open(Change first, String fingerprint, @Nullable String traceparent) {
        var id = first.next().order().sessionId();
        if (rows.containsKey(id)) {
            return false;
        }
        var row = new MemoryRow(first.next());
        row.fingerprint = fingerprint;
        row.traceparent = traceparent;
        row.createdAt = clock.instant();
        rows.put(id, row);
        write(row, first);
        return true;
    }

    @Override
    public synchronized Optional<Session> find(SessionId id) {
        return Optional.ofNullable(rows.get(id)).map(MemoryRow::read);
    }

    @Override
    public synchronized Optional<Session> change(SessionId id, Function<Session, Change> decision) {
        return Optional.ofNullable(rows.get(id)).map(row -> {
            Change change = decision.apply(row.read());
            if (!change.next().equals(row.read())) {
                write(row, change);
            }
            return change.next();
        });
    }

    private void write(MemoryRow row, Change change) {
        row.session = change.next();
        row.ledger.addAll(change.ledger());
        facts.addAll(change.facts());
        row.leaseUntil =
                change.next().leased() == null ? row.leaseUntil : change.next().leased();
        row.keptAliveAt =
                row.keptAliveAt == null && change.next() instanceof Session.Live ? clock.instant() : row.keptAliveAt;
        if (change.next().legs().stopping().isEmpty()) {
            row.closeAt = null;
        } else if (row.closeAt == null) {
            row.closeAt = clock.instant();
        }
    }

    @Override
    public synchronized Optional<Origin> origin(SessionId id) {
        return Optional.ofNullable(rows.get(id)).map(row -> new Origin(row.fingerprint, row.traceparent));
    }

    @Override
    public synchronized void anchor(SessionId id, String traceparent) {
        rows.get(id).traceparent = traceparent;
    }

    @Override
    public synchronized boolean renew(SessionId id, Instant until) {
        var row = rows.get(id);
        if (row == null || row.session.leased() == null) {
            return false;
        }
        row.leaseUntil = row.leaseUntil == null || until.isAfter(row.leaseUntil) ? until : row.leaseUntil;
        return true;
    }

    @Override
    public synchronized List<SessionId> lapsed(Instant now, int limit) {
        return ids(limit, row -> {
            var until = row.read().leased();
            return until != null && until.isBefore(now) && !row.session.order().alwaysOn();
        });
    }

    @Override
    public synchronized List<SessionId> claimStopping(Instant now, Instant retryAt, int limit) {
        var due = ids(limit, row -> row.closeAt != null && !row.closeAt.isAfter(now));
        due.forEach(id -> rows.get(id).closeAt = retryAt);
        return due;
    }

    @Override
    public synchronized List<SessionId> claimQuiet(Instant now, Instant before, int limit) {
        var due = ids(
                limit,
                row -> row.session.seen() != null && row.keptAliveAt != null && row.keptAliveAt.isBefore(before));
        due.forEach(id -> rows.get(id).keptAliveAt = now);
        return due;
    }

    @Override
    public synchronized List<SessionId> stuck(Instant before, int limit) {
        return ids(
                limit,
                row -> row.session
                        .legs()
                        .preparing()
                        .map(leg -> leg.since().isBefore(before))
                        .orElse(false));
    }

    @Override
    public synchronized List<SessionId> resumable(Instant now, int limit) {
        return ids(
                limit,
                row -> row.session instanceof Session.Paused paused
                        && paused.resumeAt() != null
                        && !paused.resumeAt().isAfter(now));
    }

    @Override
    public synchronized String planPosition(SessionId id) {
        return rows.get(id).planPosition;
    }

    @Override
    public synchronized void planPosition(SessionId id, String position) {
        rows.get(id).planPosition = position;
    }

    @Override
    public synchronized Map<String, Long> counts() {
        return rows.values().stream()
                .map(row -> row.session.state())
                .filter(state -> !state.equals("closed"))
                .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    }

    @Override
    public synchronized Optional<LegRef> leg(String providerId) {
        return rows.values().stream()
                .flatMap(row -> row.session.legs().all().stream()
                        .filter(leg -> providerId.equals(leg.knownAs()))
                        .map(leg -> new LegRef(row.session.order().sessionId(), leg.number())))
                .findFirst();
    }

    @Override
    public synchronized List<Listed> list(@Nullable TenantId tenant, @Nullable String state, int limit) {
        return rows.values().stream()
                .filter(row -> tenant == null || row.session.order().tenant().equals(tenant))
                .filter(row -> state == null || row.session.state().equals(state))
                .sorted(Comparator.comparing((MemoryRow row) -> row.createdAt).reversed())
                .limit(limit)
                .map(row -> new Listed(row.read(), row.createdAt, row.owner))
                .toList();
    }

    @Override
    public synchronized int taken() {
        return (int) rows.values().stream()
                .flatMap(row -> row.session.legs().all().stream())
                .filter(Leg::open)
                .count();
    }

    @Override
    public synchronized Optional<Integer> place(SessionId id) {
        int place = waiting(Integer.MAX_VALUE).indexOf(id) + 1;
        return place == 0 ? Optional.empty() : Optional.of(place);
    }

    @Override
    public synchronized Optional<SessionId> first(Instant now) {
        return queue().filter(s -> !s.tryAt().isAfter(now))
                .map(s -> s.order().sessionId())
                .findFirst();
    }

    @Override
    public synchronized List<SessionId> waiting(int limit) {
        return queue().limit(limit).map(s -> s.order().sessionId()).toList();
    }

    private Stream<Session.Waiting> queue() {
        return rows.values().stream()
                .map(row -> row.session)
                .filter(Session.Waiting.class::isInstance)
                .map(Session.Waiting.class::cast)
                .sorted(Comparator.comparing(Session.Waiting::since)
                        .thenComparing(s -> s.order().sessionId().toString()));
    }

    @Override
    public synchronized Optional<Duration> cap(SessionOrder.Mode mode, boolean sandbox) {
        return Optional.ofNullable(lessons.get(mode + " " + sandbox));
    }

    @Override
    public synchronized void learn(SessionOrder.Mode mode, boolean sandbox, Duration ran) {
        lessons.merge(mode + " " + sandbox, ran, (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
}
