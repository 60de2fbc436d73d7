package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Change;
import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.domain.TurnRecord;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.OutboxRelay;
import dev.callsheet.corridor.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link SessionStore} in the schema {@code avatar}; facts leave by the outbox of the same transaction. */
@ApplicationScoped
class PostgresSessions implements SessionStore {
    private static final String SOURCE = "/avatar-session-service";

    private final SessionRows rows;
    private final EntityManager entities;
    private final OutboxRelay relay;
    private final Clock clock;

    PostgresSessions(SessionRows rows, EntityManager entities, OutboxRelay relay, Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean open(Change first, String fingerprint, @Nullable String traceparent) {
        UUID id = first.next().order().sessionId().value();
        // Two calls with one key at once: the second waits here for the first and then finds its row.
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id.toString())
                .getSingleResult();
        if (rows.findByIdOptional(id).isPresent()) {
            return false;
        }
        rows.persist(new SessionRow(first.next(), fingerprint, traceparent));
        write(first, traceparent);
        return true;
    }

    @Override
    @Transactional
    public Optional<Session> find(SessionId id) {
        return rows.findByIdOptional(id.value()).map(SessionRow::read);
    }

    @Override
    @Transactional
    public Optional<Session> change(SessionId id, Function<Session, Change> decision) {
        return rows.locked(id.value()).map(row -> {
            Session before = row.read();
            Change change = decision.apply(before);
            if (!change.next().equals(before)) {
                row.write(change.next());
                write(change, row.origin().traceparent());
            }
            return change.next();
        });
    }

    @Override
    @Transactional
    public Optional<Origin> origin(SessionId id) {
        return rows.findByIdOptional(id.value()).map(SessionRow::origin);
    }

    @Override
    @Transactional
    public void anchor(SessionId id, String traceparent) {
        rows.locked(id.value()).ifPresent(row -> row.anchor(traceparent));
    }

    @Override
    @Transactional
    public boolean renew(SessionId id, Instant until) {
        return rows.renew(id.value(), until);
    }

    @Override
    @Transactional
    public List<SessionId> lapsed(Instant now, int limit) {
        return rows.lapsed(now, limit).stream().map(SessionId::new).toList();
    }

    @Override
    @Transactional
    public List<SessionId> claimEnding(Instant now, Instant retryAt, int limit) {
        return rows.claimEnding(now, retryAt, limit).stream()
                .map(SessionId::new)
                .toList();
    }

    @Override
    @Transactional
    public List<SessionId> claimQuiet(Instant now, Instant before, int limit) {
        return rows.claimQuiet(now, before, limit).stream().map(SessionId::new).toList();
    }

    @Override
    @Transactional
    public void record(SessionOrder order, TurnRecord turn) {
        entities.merge(new TurnRow(order.sessionId().value(), turn));
        tell(List.of(turn.fact(order.sessionId(), order.tenant())), null);
    }

    @Override
    @Transactional
    public void begin(SessionOrder order, int turn, Instant endOfInput) {
        entities.persist(new TurnRow(order.sessionId().value(), turn, endOfInput));
    }

    @Override
    @Transactional
    public int takeOver(SessionOrder order) {
        int last = 0;
        for (TurnRow row : turnRows(order.sessionId())) {
            last = row.read().number();
            if (!row.hasEnded()) {
                row.abandon();
                tell(List.of(row.read().fact(order.sessionId(), order.tenant())), null);
            }
        }
        return last;
    }

    @Override
    @Transactional
    public List<TurnRecord> turns(SessionId id) {
        return turnRows(id).stream()
                .filter(TurnRow::hasEnded)
                .map(TurnRow::read)
                .toList();
    }

    private List<TurnRow> turnRows(SessionId id) {
        return entities.createQuery("from TurnRow where sessionId = :id order by number", TurnRow.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    private void write(Change change, @Nullable String traceparent) {
        UUID id = change.next().order().sessionId().value();
        for (LedgerEntry entry : change.ledger()) {
            entities.persist(new LedgerRow(id, entry, clock.instant()));
        }
        tell(change.facts(), traceparent);
    }

    /** The current span, if there is one, is nearer than the session's own. */
    private void tell(List<Fact> facts, @Nullable String traceparent) {
        if (facts.isEmpty()) {
            return;
        }
        var messages = facts.stream().map(fact -> message(fact, traceparent)).toList();
        entities.unwrap(org.hibernate.Session.class).doWork(connection -> Outbox.add(connection, messages));
        relay.wake();
    }

    private Outbox.Message message(Fact fact, @Nullable String traceparent) {
        CloudEvent event = fact.event(SOURCE, clock.instant());
        boolean orphan = Traces.current() == null && traceparent != null;
        return new Outbox.Message(
                Topics.FACTS,
                fact.aggregate().toString(),
                orphan ? event.with(CloudEvent.TRACEPARENT, traceparent) : event);
    }
}
