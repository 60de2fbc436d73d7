package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.LedgerEntry;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Ticket;
import dev.callsheet.render.domain.Transition;
import dev.callsheet.render.outbound.Conclusions.Ended;
import dev.callsheet.render.outbound.Submissions.Submission;
import dev.callsheet.render.outbound.Takes.Stored;
import io.opentelemetry.api.trace.Tracer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that stores: a change of state, its ledger lines, its messages and what follows for the request are
 * one transaction; the changes of many takes go together into one. Thread-safe.
 */
public final class Book {
    private final Transactions transactions;
    private final Runnable news;
    private final TakeSpans spans;
    private final RenderMeters meters;
    private final Conclusions conclusions;
    private final GroupCommit<Change, Take> changes;
    private final GroupCommit<Opening, Boolean> openings;

    /**
     * @param source of the events, as {@code callsheet/i2v-worker}
     * @param tickets gives further attempts their place in the line
     * @param tracer in whose spans takes are shown when they end
     * @param news told after each transaction with messages
     */
    public Book(
            Transactions transactions,
            Scenario scenario,
            String source,
            Tickets tickets,
            Tracer tracer,
            RenderMeters meters,
            Runnable news) {
        this.transactions = transactions;
        this.spans = new TakeSpans(tracer);
        this.meters = meters;
        this.news = news;
        this.conclusions = new Conclusions(scenario, new Facts(source), tickets, transactions, meters);
        this.changes = new GroupCommit<>(this::store);
        this.openings = new GroupCommit<>(this::openAll);
    }

    /** Where a take stands in line. */
    @FunctionalInterface
    public interface Tickets {
        Ticket of(RequestFile file, String model, Instant at);
    }

    /** Takes a request in: its first take is queued. @return false if the request is known already */
    public boolean open(RequestFile file, String model, long quotedMicros, Ticket ticket, Instant at)
            throws SQLException {
        Transition queued = Take.queued(file, 1, model, quotedMicros, ticket, at);
        boolean fresh = openings.commit(new Opening(file, queued, ticket, at));
        news.run();
        return fresh;
    }

    /** A request that is taken in, with its first take. */
    private record Opening(RequestFile file, Transition queued, Ticket ticket, Instant at) {}

    private List<Boolean> openAll(List<Opening> group) throws SQLException {
        return transactions.run(connection -> {
            List<Boolean> fresh = new ArrayList<>();
            for (Opening opening : group) {
                boolean known = !Requests.insert(connection, opening.file(), conclusions.route(), opening.at());
                if (!known) {
                    Takes.insert(connection, opening.queued(), opening.ticket(), opening.at());
                    conclusions.facts().tell(connection, Facts.Told.of(opening.queued()), opening.at());
                }
                transactions.afterwards(known ? () -> meters.repeated("work") : () -> meters.queued(opening.queued()));
                fresh.add(!known);
            }
            return fresh;
        });
    }

    /**
     * Notes that the tenant no longer wants a request; harmless if it is unknown, over or another tenant's. What waits
     * is stopped by {@link Sweeps}, what runs by the worker that drives it.
     */
    public void cancel(RequestId id, TenantId tenant, @Nullable String reason, Unstoppable unstoppable, Instant at)
            throws SQLException {
        transactions.run(connection -> {
            Requests.cancel(connection, id, tenant, reason, unstoppable, at);
            return null;
        });
    }

    /**
     * Applies a signal.
     *
     * @param owner who drives the take
     * @param nextAt when the take is to be looked at again, should it go back into the queue
     * @return the take as it stands now; the same object if the signal changed nothing
     * @throws LostTake if another worker drives it by now
     * @throws ContestedJob if the accepted job is another take's
     */
    public Take record(Take take, Signal signal, String owner, Instant at, Instant nextAt) throws SQLException {
        return record(new Change(take, signal, owner, at, nextAt, null));
    }

    /** Applies the intent to submit: with it, what is submitted is kept. Refused instead if a cap does not allow it. */
    public Take intend(Take take, Submission submission, String owner, Instant at) throws SQLException {
        return record(new Change(take, new Signal.Intended(), owner, at, at, submission));
    }

    private Take record(Change change) throws SQLException {
        if (change.take().next(change.signal(), change.at()).take() == change.take()) {
            return change.take();
        }
        Take next = changes.commit(change);
        news.run();
        return next;
    }

    private List<Take> store(List<Change> group) throws SQLException {
        return transactions.run(connection ->
                store(connection, group).stream().map(Stored::take).toList());
    }

    /** Stores changes in a transaction of somebody else's. */
    List<Stored> store(Connection connection, List<Change> group) throws SQLException {
        List<Stored> stored = decide(connection, group);
        Takes.advance(connection, stored);
        List<Submission.Of> submissions = new ArrayList<>();
        for (Stored one : stored) {
            Submission submission = one.change().submission();
            if (submission != null && one.take().state() instanceof TakeState.Submitting) {
                submissions.add(new Submission.Of(one.take().id(), submission));
            }
        }
        Submissions.insert(connection, submissions);
        Instant at =
                group.stream().map(Change::at).max(Comparator.naturalOrder()).orElseThrow();
        List<Transition> moved = stored.stream()
                .filter(one -> one.take() != one.change().take())
                .map(Stored::transition)
                .toList();
        if (!moved.isEmpty()) {
            Stories.insert(connection, moved, at);
            conclusions
                    .facts()
                    .tell(
                            connection,
                            moved.stream()
                                    .flatMap(change -> Facts.Told.of(change).stream())
                                    .toList(),
                            at);
            spans.show(connection, stored);
            Measured.insert(connection, stored, at);
            transactions.afterwards(() -> meters.moved(stored));
        }
        List<RequestId> ended = moved.stream()
                .map(Transition::take)
                .filter(take -> take.state().ended())
                .map(Take::requestId)
                .distinct()
                .toList();
        conclusions.draw(connection, ended, Ended.of(stored), at);
        return stored;
    }

    /** What each signal makes of its take, as far as the purses and the request's time allow. */
    private static List<Stored> decide(Connection connection, List<Change> group) throws SQLException {
        List<Stored> wanted = group.stream()
                .map(change -> new Stored(change, change.take().next(change.signal(), change.at())))
                .toList();
        Purses purses = Purses.lock(
                connection,
                wanted.stream()
                        .filter(one -> !one.transition().entries().isEmpty())
                        .map(Stored::take)
                        .toList());
        Instant at =
                group.stream().map(Change::at).max(Comparator.naturalOrder()).orElseThrow();
        Map<RequestId, Signal> over = Requests.over(
                connection,
                wanted.stream()
                        .filter(one -> commits(one.transition()))
                        .map(one -> one.take().requestId())
                        .toList(),
                at);
        List<Stored> decided = new ArrayList<>();
        for (Stored one : wanted) {
            Stored allowed = one;
            if (commits(one.transition())) {
                Signal end = over.get(one.take().requestId());
                Optional<? extends Signal> refusal = end == null ? purses.refusal(one.take()) : Optional.of(end);
                if (refusal.isPresent()) {
                    Change change = one.change();
                    allowed = new Stored(change, change.take().next(refusal.get(), change.at()));
                }
            }
            for (LedgerEntry entry : allowed.transition().entries()) {
                purses.post(allowed.take(), entry);
            }
            decided.add(allowed);
        }
        purses.store(connection);
        return decided;
    }

    private static boolean commits(Transition transition) {
        return transition.entries().stream().anyMatch(entry -> entry.kind() == LedgerEntry.Kind.COMMITTED);
    }

    /**
     * An operator's word on a take whose end nobody can see. @return the take as it stands now; empty if there is none
     *
     * @throws SQLException if it could not be stored
     */
    public Optional<Take> resolve(TakeId id, boolean paid, String reason, Instant at) throws SQLException {
        Optional<Take> resolved = transactions.run(connection -> {
            Optional<Take> take = KnownTakes.lock(connection, id);
            if (take.isEmpty()) {
                return take;
            }
            Change change = new Change(
                    take.get(), new Signal.Resolved(paid, reason), KnownTakes.owner(connection, id), at, at, null);
            return Optional.of(store(connection, List.of(change)).getFirst().take());
        });
        news.run();
        return resolved;
    }

    /** Notes what was measured at a take's clip and does what follows; a repeat changes nothing. */
    public void measured(Fact.ClipScored fact, Instant at) throws SQLException {
        transactions.run(connection -> {
            if (Takes.score(connection, fact.takeId(), fact.score())) {
                ManifestNotes.due(connection, fact.takeId());
                conclusions.draw(connection, List.of(fact.requestId()), Ended.NONE, at);
            }
            return null;
        });
        news.run();
    }

    /** The request that a take belongs to. */
    public RequestFile file(RequestId id) throws SQLException {
        Optional<RequestFile> file = transactions.read(connection -> Requests.find(connection, id));
        return file.orElseThrow(() -> new IllegalStateException("table requests: no row " + id));
    }

    Conclusions conclusions() {
        return conclusions;
    }
}
