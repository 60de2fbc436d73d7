package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Take;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who drives which take. A worker holds one lease on all it owns; what a dead worker owned is free again when its
 * lease has run out. Leases run on the database's clock.
 */
public final class Claims {
    /** Frees what the dead owned; a queued take gives its slot back, the others keep theirs. */
    private static final String BURY = """
            with orphans as (
                update takes set owner = null
                where owner is not null
                  and not exists (select from workers w where w.id = takes.owner and w.lease_until >= now())
                returning id, state)
            update slots set take_id = null where take_id in (select id from orphans where state = 'queued')
            """;
    /** Due takes, batch-wise: queued ones with a slot each, all others as they are. */
    private static final String CLAIM = """
            with seats as materialized (
                select model, number from slots
                where take_id is null and model not in (select model from pauses where until > now())
                order by model, number limit ? for update skip locked),
            numbered as (
                select model, number, row_number() over (partition by model order by number) as place from seats),
            waiting as materialized (
                select id, model, next_at from takes
                where owner is null and state = 'queued' and next_at <= now() and model in (select model from seats)
                order by next_at limit ? for update skip locked),
            ranked as (
                select id, model, row_number() over (partition by model order by next_at, id) as place from waiting),
            seated as (
                update slots set take_id = ranked.id
                from ranked join numbered using (model, place)
                where slots.model = numbered.model and slots.number = numbered.number
                returning slots.take_id),
            moving as materialized (
                select id from takes
                where owner is null and state not in ('finished', 'failed', 'cancelled') and next_at <= now()
                  and (state <> 'queued' or exists (
                      select from cancellations c where c.request_id = takes.request_id and c.tenant = takes.tenant))
                order by next_at limit ? for update skip locked)
            update takes set owner = ?
            where id in (select take_id from seated union select id from moving)
            returning\s""" + TakeRow.COLUMNS;

    private final Transactions transactions;
    private final String worker;

    /** @param worker a name that no other worker, and no earlier life of this one, has */
    public Claims(Transactions transactions, String worker) {
        this.transactions = transactions;
        this.worker = worker;
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
        transactions.run(connection -> {
            try (PreparedStatement bury = connection.prepareStatement(BURY);
                    PreparedStatement forget = connection.prepareStatement(
                            "delete from workers where lease_until < now() - interval '1 hour'")) {
                bury.executeUpdate();
                forget.executeUpdate();
            }
            return null;
        });
    }

    /** Takes up to so many due takes of each sort. */
    public List<Take> claim(int most) throws SQLException {
        return transactions.run(connection -> {
            List<Take> claimed = new ArrayList<>();
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setInt(1, most);
                claim.setInt(2, most);
                claim.setInt(3, most);
                claim.setString(4, worker);
                try (ResultSet row = claim.executeQuery()) {
                    while (row.next()) {
                        claimed.add(TakeRow.read(row));
                    }
                }
            }
            return claimed;
        });
    }

    /** Gives everything back at once, for an orderly end. */
    public void release() throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement end =
                            connection.prepareStatement("update workers set lease_until = '-infinity' where id = ?");
                    PreparedStatement bury = connection.prepareStatement(BURY)) {
                end.setString(1, worker);
                end.executeUpdate();
                bury.executeUpdate();
            }
            return null;
        });
    }

    /** Lets a model's queue rest until then. @return false if it rests already, so that it is told once */
    public boolean pause(String model, Instant until, String reason) throws SQLException {
        return transactions.run(connection -> {
            try (PreparedStatement pause = connection.prepareStatement("""
                    insert into pauses (model, until, reason) values (?, ?, ?)
                    on conflict (model) do update set until = excluded.until, reason = excluded.reason
                    where pauses.until < now()
                    """)) {
                pause.setString(1, model);
                pause.setTimestamp(2, Timestamp.from(until));
                pause.setString(3, reason);
                return pause.executeUpdate() == 1;
            }
        });
    }
}
