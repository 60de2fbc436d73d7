package dev.callsheet.render.outbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.Outbox;
import dev.callsheet.corridor.Outbox.Message;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.Transition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that stores: a change of state, its ledger lines, its messages and what follows for the request are
 * one transaction. Thread-safe.
 */
public final class Book {
    private final Transactions transactions;
    private final Scenario scenario;
    private final String source;
    private final int slots;
    private final Runnable news;

    /**
     * @param source of the events, as {@code callsheet/i2v-worker}
     * @param slots how many renders of one model may run at a time, over all workers
     * @param news told after each transaction with messages
     */
    public Book(Transactions transactions, Scenario scenario, String source, int slots, Runnable news) {
        this.transactions = transactions;
        this.scenario = scenario;
        this.source = source;
        this.slots = slots;
        this.news = news;
    }

    /** Takes a request in: its first take is queued. @return false if the request is known already */
    public boolean open(RequestFile file, String model, long quotedMicros, Instant at) throws SQLException {
        Transition queued = Take.queued(file.id(), file.tenant(), 1, model, quotedMicros, at, file.traceparent());
        boolean fresh = transactions.run(connection -> {
            if (!Requests.insert(connection, file, scenario.route().wire(), at)) {
                return false;
            }
            Takes.insert(connection, queued, at, slots);
            tell(connection, queued.facts(), at);
            return true;
        });
        news.run();
        return fresh;
    }

    /** Notes that the tenant no longer wants a request; harmless if it is unknown, over or another tenant's. */
    public void cancel(RequestId id, TenantId tenant, @Nullable String reason, Instant at) throws SQLException {
        transactions.run(connection -> {
            Requests.cancel(connection, id, tenant, reason, at);
            return null;
        });
    }

    /**
     * Applies a signal.
     *
     * @param nextAt when the take is to be looked at again, should it go back into the queue
     * @return the take as it stands now; the same object if the signal changed nothing
     * @throws LostTake if another worker drives it by now
     * @throws ContestedJob if the accepted job is another take's
     */
    public Take record(Take take, Signal signal, String owner, Instant at, Instant nextAt) throws SQLException {
        Transition change = take.next(signal, at);
        if (change.take() == take) {
            return take;
        }
        transactions.run(connection -> {
            Takes.advance(connection, change, owner, at, nextAt);
            tell(connection, change.facts(), at);
            if (change.take().state().ended()) {
                follow(connection, take.requestId(), at);
            }
            return null;
        });
        news.run();
        return change.take();
    }

    /** Notes what was measured at a take's clip and does what follows; a repeat changes nothing. */
    public void measured(Fact.ClipScored fact, Instant at) throws SQLException {
        transactions.run(connection -> {
            if (Takes.score(connection, fact.takeId(), fact.score())) {
                follow(connection, fact.requestId(), at);
            }
            return null;
        });
        news.run();
    }

    /** The request that a take belongs to. */
    public RequestFile file(RequestId id) throws SQLException {
        Optional<RequestFile> file = transactions.run(connection -> Requests.find(connection, id));
        return file.orElseThrow(() -> new IllegalStateException("table requests: no row " + id));
    }

    private void follow(Connection connection, RequestId id, Instant at) throws SQLException {
        Optional<RequestFile> open = Requests.lockOpen(connection, id);
        if (open.isEmpty()) {
            return;
        }
        RequestFile file = open.get();
        List<Attempt> attempts = Takes.attempts(connection, id);
        long settled = Requests.settled(connection, id);
        switch (scenario.after(file, attempts)) {
            case Sequel.Wait _ -> {
                // until the next take ends or is measured
            }
            case Sequel.Measure(var scoring) -> Outbox.add(connection, List.of(scoring(scoring, at)));
            case Sequel.Retake _ -> {
                Take last = attempts.getLast().take();
                Transition again = Take.queued(
                        id,
                        file.tenant(),
                        last.attempt() + 1,
                        last.model(),
                        last.quotedMicros(),
                        at,
                        file.traceparent());
                Takes.insert(connection, again, at, slots);
                tell(connection, again.facts(), at);
            }
            case Sequel.Complete(TakeId take, Fact.Clip clip, String verdict) -> {
                Requests.close(connection, id, "completed", at);
                Fact fact = new Fact.RequestCompleted(id, take, file.tenant(), clip, verdict, attempts.size(), settled);
                tell(connection, List.of(fact), at);
            }
            case Sequel.GiveUp(var code, var message) -> {
                Requests.close(connection, id, "failed", at);
                tell(connection, List.of(new Fact.RequestFailed(id, file.tenant(), code, message, settled)), at);
            }
            case Sequel.Stop _ -> {
                Requests.close(connection, id, "cancelled", at);
                tell(connection, List.of(new Fact.RequestCancelled(id, file.tenant(), settled)), at);
            }
        }
    }

    private void tell(Connection connection, List<Fact> facts, Instant at) throws SQLException {
        List<Message> messages = new ArrayList<>();
        for (Fact fact : facts) {
            messages.add(new Message(Topics.FACTS, fact.aggregate().toString(), fact.event(source, at)));
        }
        Outbox.add(connection, messages);
    }

    private Message scoring(Work.Scoring scoring, Instant at) {
        String key = scoring.campaign() == null ? scoring.requestId().toString() : scoring.campaign();
        String id = DerivedId.of("scoring", scoring.takeId().toString()).toString();
        CloudEvent event = new CloudEvent(
                id, source, Work.Scoring.TYPE, scoring.requestId().toString(), at, Map.of(), Json.write(scoring));
        return new Message(Topics.WORK_SCORING, key, event);
    }
}
