package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Take;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who drives which take. A worker holds one lease on all it owns; what a dead worker owned is free again when its
 * lease has run out. Leases run on the database's clock. Thread-safe.
 */
public final class Claims {
    /** Frees what the dead owned; a queued take gives its slot back, the others keep theirs. */
    private static final String BURY = """
            with orphans as (
                update takes set owner = null
                where owner is not null
                  and not exists (select from workers w where w.id = takes.owner and w.lease_until >= now())
                returning id, state)
            , seats as (
                update slots set take_id = null where take_id in (select id from orphans where state = 'queued'))
            select count(*) from orphans
            """;

    private static final String LET_GO = """
            with freed as (update takes set owner = null where id = ? and owner = ? returning id, state)
            update slots set take_id = null where take_id in (select id from freed where state = 'queued')
            """;
    private static final String MOVING = """
            update takes set owner = ?
            where id in (
                select id from takes
                where owner is null and state not in ('queued', 'finished', 'failed', 'cancelled') and next_at <= now()
                order by next_at limit ? for update skip locked)
            returning\s""" + TakeRow.COLUMNS;
    private static final String SEATED =
            "update takes set owner = ? where id = any (?::text[]::uuid[]) returning " + TakeRow.COLUMNS;
    private static final String SLOTS = """
            insert into slots (model, number) select ?, n from generate_series(1, ?) n on conflict do nothing
            """;
    private static final String CLOCK = "insert into clocks (model) values (?) on conflict do nothing";
    private static final String FEWER = "delete from slots where model = ? and number > ? and take_id is null";

    private final Transactions transactions;
    private final RenderMeters meters;
    private final String worker;
    private final int slots;
    private final Set<String> seated = ConcurrentHashMap.newKeySet();

    /**
     * @param worker a name that no other worker, and no earlier life of this one, has
     * @param slots how many renders of one model may run at a time, over all workers
     */
    public Claims(Transactions transactions, RenderMeters meters, String worker, int slots) {
        this.transactions = transactions;
        this.meters = meters;
        this.worker = worker;
        this.slots = slots;
    }

    /** Makes a model's slots as many as they should be; those that are in use go when they are free. */
    public void seat(String model) throws SQLException {
        if (seated.contains(model)) {
            return;
        }
        transactions.run(connection -> {
            try (PreparedStatement clock = connection.prepareStatement(CLOCK);
                    PreparedStatement more = connection.prepareStatement(SLOTS);
                    PreparedStatement fewer = connection.prepareStatement(FEWER)) {
                clock.setString(1, model);
                clock.executeUpdate();
                more.setString(1, model);
                more.setInt(2, slots);
                more.executeUpdate();
                fewer.setString(1, model);
                fewer.setInt(2, slots);
                fewer.executeUpdate();
            }
            return null;
        });
        seated.add(model);
    }

    /** Does so for every model that takes have asked for before. */
    public void seatAll() throws SQLException {
        List<String> models = transactions.read(connection -> {
            List<String> known = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("select model from clocks");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            return known;
        });
        for (String model : models) {
            seat(model);
        }
    }

    /** Renews our lease and buries the dead. */
    public void renew(Duration lease) throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement renew = connection.prepareStatement("""
                    insert into workers (id, lease_until) values (?, now() + ? * interval '1 millisecond')
                    on conflict (id) do update set lease_until = excluded.lease_until
                    """)) {
                renew.setString(1, worker);
                renew.setLong(2, lease.toMillis());
                renew.executeUpdate();
            }
            return null;
        });
        int left = transactions.run(connection -> {
            try (PreparedStatement forget =
                    connection.prepareStatement("delete from workers where lease_until < now() - interval '1 hour'")) {
                forget.executeUpdate();
            }
            return bury(connection);
        });
        meters.expired(left);
    }

    /** Takes up to so many due takes of each sort: those that run already, and for each free slot one that waits. */
    public List<Take> claim(int most) throws SQLException {
        List<Take> claimed = new ArrayList<>(transactions.run(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(MOVING)) {
                claim.setString(1, worker);
                claim.setInt(2, most);
                return takes(claim);
            }
        }));
        claimed.addAll(transactions.run(connection -> {
            List<TakeId> served = Queues.serve(connection, most);
            if (served.isEmpty()) {
                return List.of();
            }
            try (PreparedStatement claim = connection.prepareStatement(SEATED)) {
                claim.setString(1, worker);
                claim.setArray(2, Columns.texts(connection, served, id -> id));
                return takes(claim);
            }
        }));
        return claimed;
    }

    private static List<Take> takes(PreparedStatement claim) throws SQLException {
        List<Take> takes = new ArrayList<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                takes.add(TakeRow.read(row));
            }
        }
        return takes;
    }

    /** Gives one take back; harmless if it is another worker's. */
    public void release(TakeId take) throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement free = connection.prepareStatement(LET_GO)) {
                free.setObject(1, take.value());
                free.setString(2, worker);
                return free.executeUpdate();
            }
        });
    }

    /** Gives everything back at once, for an orderly end. */
    public void release() throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement end =
                    connection.prepareStatement("update workers set lease_until = '-infinity' where id = ?")) {
                end.setString(1, worker);
                end.executeUpdate();
            }
            return bury(connection);
        });
    }

    private static int bury(Connection connection) throws SQLException {
        return Sql.list(connection, BURY, row -> row.getInt(1)).getFirst();
    }
}
