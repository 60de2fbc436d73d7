package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.BookedTake;
import dev.callsheet.render.domain.BookedTake.BookedJob;
import dev.callsheet.render.domain.Difference;
import dev.callsheet.render.domain.Marker;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Our side of a reconciliation, and where its outcome is kept. */
public final class ReconciliationBooks {
    private static final long LOCK = 0x63616c6c73686565L;
    private static final String ALERTS = "reconcile.";
    private static final int KEPT = 50;

    private static final String TAKE = """
            select t.id, t.request_id, t.tenant, t.state,
                   coalesce((select max(at) from steps s where s.take_id = t.id), t.queued_at) changed_at,
                   coalesce((select sum(case kind when 'committed' then micros when 'quoted' then 0 else -micros end)
                             from ledger l where l.request_id = t.request_id and l.take_id = t.id), 0) open,
                   coalesce((select sum(micros) from ledger l
                             where l.request_id = t.request_id and l.take_id = t.id and kind = 'settled'), 0) settled""";
    private static final String BOOKED = TAKE + """
            , j.provider_id, j.at, null payload
            from takes t join provider_jobs j on j.take_id = t.id
            where t.model = ?
              and (t.state in ('submitting', 'unsure', 'rendering', 'wedged', 'fetching')
                   or t.id in (select take_id from provider_jobs where at >= ?))
            order by t.id, j.at, j.provider_id
            """;
    private static final String ALIKE = TAKE + """
            , null provider_id, null::timestamptz at, p.payload
            from takes t join submissions p on p.take_id = t.id
            where t.model = ? and (p.payload::json ->> 'seed')::bigint = any (?)
            order by t.id
            """;

    private final DataSource dataSource;
    private final Transactions transactions;

    public ReconciliationBooks(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new Transactions(dataSource);
    }

    /** Work that only one worker does at a time. */
    @FunctionalInterface
    public interface Alone<T> {
        T run() throws SQLException;
    }

    /** Runs it unless another worker is at it; then empty. */
    public <T> Optional<T> alone(Alone<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!asked(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.run());
            } finally {
                asked(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean asked(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, LOCK);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The models that have takes. */
    public Set<String> models() throws SQLException {
        return transactions.run(connection ->
                new HashSet<>(Sql.list(connection, "select distinct model from lines", row -> row.getString(1))));
    }

    /** Takes of a model with jobs at the provider: those with a job since then, and all with money open. */
    public List<BookedTake> booked(String model, Instant since) throws SQLException {
        return transactions.run(connection -> group(Sql.list(connection, BOOKED, Line::read, model, since)));
    }

    /** Takes of a model that were or are to be submitted with one of these seeds. */
    public List<BookedTake> bearing(String model, Collection<Long> seeds) throws SQLException {
        return seeds.isEmpty()
                ? List.of()
                : transactions.run(connection ->
                        group(Sql.list(connection, ALIKE, Line::read, model, seeds.toArray(Long[]::new))));
    }

    /** How many jobs of ours are older than that. */
    public int olderThan(String model, Instant reach) throws SQLException {
        return transactions.run(connection -> Sql.list(
                        connection,
                        "select count(*) from provider_jobs j join takes t on t.id = j.take_id where t.model = ? and j.at < ?",
                        row -> row.getInt(1),
                        model,
                        reach)
                .getFirst());
    }

    /**
     * Opens an alert for each difference and closes those that were looked for and are gone; keeps the report.
     *
     * @param looked subjects that this round could judge: an alert about anything else stays as it is
     */
    public void keep(List<Difference> differences, Set<String> looked, String report, Instant at) throws SQLException {
        transactions.run(connection -> {
            Set<List<String>> holding = new HashSet<>();
            for (Difference difference : differences) {
                String kind = ALERTS + difference.kind().word();
                holding.add(List.of(kind, difference.subject()));
                AlertList.raise(
                        connection,
                        kind,
                        difference.subject(),
                        difference.kind().severity(),
                        difference.detail(),
                        at);
            }
            for (AlertList.Alert open : AlertList.open(connection, ALERTS)) {
                if (looked.contains(open.subject()) && !holding.contains(List.of(open.kind(), open.subject()))) {
                    AlertList.close(connection, open.kind(), open.subject(), at);
                }
            }
            Sql.change(connection, "insert into reconciliations (ended_at, report) values (?, ?)", at, report);
            Sql.change(
                    connection,
                    "delete from reconciliations where seq <= (select max(seq) - ? from reconciliations)",
                    KEPT);
            return null;
        });
    }

    /** The last report, as JSON; empty before the first. */
    public Optional<String> latest() throws SQLException {
        return transactions.run(connection -> Sql.list(
                        connection,
                        "select report from reconciliations order by seq desc limit 1",
                        row -> row.getString(1))
                .stream()
                .findFirst());
    }

    /** When the last round ended; empty before the first. */
    public Optional<Instant> latestAt() throws SQLException {
        return transactions.run(connection -> Sql.list(
                        connection,
                        "select ended_at from reconciliations order by seq desc limit 1",
                        row -> TakeRow.time(row, "ended_at"))
                .stream()
                .findFirst());
    }

    private record Line(BookedTake take, @Nullable BookedJob job) {
        static Line read(ResultSet row) throws SQLException {
            String payload = row.getString("payload");
            String job = row.getString("provider_id");
            return new Line(
                    new BookedTake(
                            new TakeId(row.getObject("id", UUID.class)),
                            new RequestId(row.getObject("request_id", UUID.class)),
                            row.getString("tenant"),
                            row.getString("state"),
                            TakeRow.time(row, "changed_at"),
                            List.of(),
                            payload == null ? null : Marker.of(Json.read(payload.getBytes(StandardCharsets.UTF_8))),
                            row.getLong("open"),
                            row.getLong("settled")),
                    job == null ? null : new BookedJob(job, TakeRow.time(row, "at")));
        }
    }

    private static List<BookedTake> group(List<Line> lines) {
        Map<TakeId, List<Line>> byTake = new LinkedHashMap<>();
        lines.forEach(line ->
                byTake.computeIfAbsent(line.take().id(), _ -> new ArrayList<>()).add(line));
        List<BookedTake> takes = new ArrayList<>();
        byTake.values().forEach(group -> {
            List<BookedJob> jobs = new ArrayList<>();
            group.forEach(line -> {
                if (line.job() != null) {
                    jobs.add(line.job());
                }
            });
            takes.add(group.getFirst().take().with(jobs));
        });
        return takes;
    }
}
