package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Signal;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.outbound.Conclusions.Ended;
import dev.callsheet.render.outbound.Requests.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What nobody drives: requests that are to be stopped or have run out of time. Any worker does it. Thread-safe. */
public final class Sweeps {
    private static final int BATCH = 200;
    private static final String UNWANTED = """
            select t.request_id from cancellations c join takes t on t.request_id = c.request_id and t.tenant = c.tenant
            where not c.done and t.state = 'queued' and t.owner is null limit ?
            """;
    /** Nothing of them waits or renders, so no take's end would tell. */
    private static final String HELD = """
            select r.id from cancellations c join requests r on r.id = c.request_id and r.tenant = c.tenant
            where not c.done and r.state = 'open' and r.held_take is not null limit ?
            """;

    private static final String WISHES = """
            select t.id, c.unstoppable
            from cancellations c join takes t on t.request_id = c.request_id and t.tenant = c.tenant
            where not c.done and t.owner = ? and t.state in ('rendering', 'wedged') and t.stop is distinct from c.unstoppable
            """;
    /** A wish may come before its request: it is kept for a week. */
    private static final String DONE = """
            update cancellations c set done = true
            where not done
              and (exists (select from requests r where r.id = c.request_id and (r.tenant <> c.tenant
                    or r.state <> 'open' and not exists (
                        select from takes t where t.request_id = r.id
                          and t.state not in ('finished', 'failed', 'cancelled'))))
                or at < now() - interval '7 days')
            """;

    private static final String OVERDUE = """
            select id from requests where state = 'open' and deadline <= ?
            union
            select t.request_id from takes t join requests r on r.id = t.request_id and r.state = 'open'
            where t.state = 'wedged' and t.submitted_at <= ?
            limit ?
            """;

    private final Transactions transactions;
    private final Book book;
    private final Runnable news;

    public Sweeps(Transactions transactions, Book book, Runnable news) {
        this.transactions = transactions;
        this.book = book;
        this.news = news;
    }

    /**
     * Stops what waits and is no longer wanted: for nothing; what waits for a person's word alone ends as it stands.
     *
     * @return how many requests were looked at
     */
    public int stopWaiting(Instant at) throws SQLException {
        List<RequestId> unwanted = transactions.run(connection -> {
            List<RequestId> ids = requests(connection, UNWANTED, query -> query.setInt(1, BATCH));
            for (RequestId id : ids) {
                stop(connection, id, new Signal.Cancel("no longer wanted"), at);
            }
            List<RequestId> held = requests(connection, HELD, query -> query.setInt(1, BATCH));
            book.conclusions().draw(connection, held, Ended.NONE, at);
            return Stream.concat(ids.stream(), held.stream()).toList();
        });
        if (!unwanted.isEmpty()) {
            news.run();
        }
        return unwanted.size();
    }

    private void stop(Connection connection, RequestId id, Signal signal, Instant at) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (Take take : KnownTakes.idle(connection, id)) {
            changes.add(new Change(take, signal, null, at, at, null));
        }
        if (!changes.isEmpty()) {
            book.store(connection, changes);
        }
    }

    /** Which of a worker's renders are to be stopped, and what is to become of those that cannot be. */
    public Map<TakeId, Unstoppable> wishes(String worker) throws SQLException {
        return transactions.read(connection -> {
            Map<TakeId, Unstoppable> wishes = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(WISHES)) {
                query.setString(1, worker);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        wishes.put(
                                new TakeId(row.getObject(1, UUID.class)),
                                Unstoppable.valueOf(row.getString(2).toUpperCase(Locale.ROOT)));
                    }
                }
            }
            return wishes;
        });
    }

    /** Wishes after which nothing is left to be stopped are not looked at any more. */
    public void forgetWishes() throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(DONE)) {
                return update.executeUpdate();
            }
        });
    }

    /**
     * Ends requests that have run out of time, honestly: with the best clip that is there, else without; what waits is
     * stopped for nothing; what renders is watched on, and stored and settled when it comes. What is just being changed
     * is left for the next time.
     *
     * @param giveUp time from the submit after which nobody waits for a wedged render any more
     */
    public int expire(Instant at, Duration giveUp) throws SQLException {
        List<RequestId> overdue = transactions.run(connection -> {
            List<RequestId> ids = requests(connection, OVERDUE, query -> {
                query.setTimestamp(1, Timestamp.from(at));
                query.setTimestamp(2, Timestamp.from(at.minus(giveUp)));
                query.setInt(3, BATCH);
            });
            for (RequestFile file : Requests.lockOpen(connection, ids)) {
                if (KnownTakes.settled(connection, file.id())) {
                    expire(connection, file, at);
                }
            }
            return ids;
        });
        if (!overdue.isEmpty()) {
            news.run();
        }
        return overdue.size();
    }

    private void expire(Connection connection, RequestFile file, Instant at) throws SQLException {
        @Nullable Instant deadline = file.hardDeadline();
        boolean passed = deadline != null && !deadline.isAfter(at);
        String code = passed ? "deadline.passed" : "render.late";
        String why = passed ? "the deadline " + deadline + " has passed" : "the provider has not ended the render";
        List<Attempt> attempts =
                KnownTakes.attempts(connection, List.of(file.id())).getOrDefault(file.id(), List.of());
        Optional<Sequel.Complete> result = book.conclusions().scenario().inHand(attempts);
        // The takes' ends are told before the request's own, and draw no conclusion of their own.
        Requests.close(connection, file.id(), result.isPresent() ? "completed" : "failed", at);
        Signal end = result.isPresent()
                ? new Signal.Cancel("the request has its clip: " + why)
                : new Signal.Refused(code, why + " before it was submitted", false);
        stop(connection, file.id(), end, at);
        Money money = Requests.money(connection, List.of(file.id())).getOrDefault(file.id(), Money.NONE);
        if (result.isPresent()) {
            book.conclusions().complete(connection, file, attempts, result.get(), money, at);
            return;
        }
        String open = money.open() == 0
                ? "; nothing is open at the provider"
                : "; the render is still open at the provider: if it ends, its clip is stored and its price settled";
        book.conclusions().fail(connection, file, code, why + open, money, at);
    }

    @FunctionalInterface
    private interface Arguments {
        void set(PreparedStatement query) throws SQLException;
    }

    private static List<RequestId> requests(Connection connection, String sql, Arguments arguments)
            throws SQLException {
        List<RequestId> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            arguments.set(query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(new RequestId(row.getObject(1, UUID.class)));
                }
            }
        }
        return ids.stream().distinct().toList();
    }
}
