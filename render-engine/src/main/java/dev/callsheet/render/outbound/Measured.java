package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.domain.Durations.Kind;
import dev.callsheet.render.domain.Durations.Spread;
import dev.callsheet.render.domain.Length;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.outbound.Takes.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long renders took, as the tables keep it. */
final class Measured {
    private static final String INSERT = """
            insert into durations (model, resolution, seconds, render_ms, at)
            select n.*, ? from unnest(?::text[], ?::text[], ?::text[]::int[], ?::text[]::bigint[]) n
            """;
    /** The newest thousand of each kind, and of the coarser kinds where the finer have too few. */
    private static final String QUANTILES = """
            with newest as (
                select model, resolution, seconds, render_ms,
                       row_number() over (partition by model, resolution, seconds order by seq desc) as age
                from durations)
            select model, resolution, seconds, count(*) samples, avg(render_ms) mean,
                   percentile_disc(array[0.5, 0.95, 0.99]) within group (order by render_ms) quantiles
            from newest where age <= 1000
            group by grouping sets ((model, resolution, seconds), (model, resolution), (model))
            """;

    private static final String FORGET = """
            with kinds as (select distinct model, resolution, seconds from durations),
            oldest as (
                select model, resolution, seconds, (
                    select seq from durations n
                    where n.model = kinds.model and n.resolution = kinds.resolution and n.seconds = kinds.seconds
                    order by seq desc offset 2000 limit 1) as seq
                from kinds)
            delete from durations d using oldest o
            where d.model = o.model and d.resolution = o.resolution and d.seconds = o.seconds and d.seq < o.seq
            """;

    private Measured() {}

    /** Notes the durations of renders that have just ended. */
    static void insert(Connection connection, List<Stored> changes, Instant at) throws SQLException {
        List<Stored> ended = changes.stream()
                .filter(stored -> stored.take().length() != null)
                .filter(stored -> stored.take().state() instanceof TakeState.Fetching fetching && fetching.tries() == 0)
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(at));
            insert.setArray(
                    2, Columns.texts(connection, ended, stored -> stored.take().model()));
            insert.setArray(
                    3, Columns.texts(connection, ended, stored -> length(stored).resolution()));
            insert.setArray(
                    4, Columns.texts(connection, ended, stored -> length(stored).seconds()));
            insert.setArray(5, Columns.texts(connection, ended, Measured::millis));
            insert.executeUpdate();
        }
    }

    private static Length length(Stored stored) {
        return java.util.Objects.requireNonNull(stored.take().length());
    }

    private static long millis(Stored stored) {
        return stored.take().state() instanceof TakeState.Fetching(var render, var endedAt, var _)
                ? Duration.between(render.submittedAt(), endedAt).toMillis()
                : 0;
    }

    /** All that was measured. @param otherwise where nothing was */
    static Durations read(Connection connection, Spread otherwise) throws SQLException {
        Map<Kind, Spread> measured = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(QUANTILES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int seconds = row.getInt("seconds");
                Kind kind =
                        new Kind(row.getString("model"), row.getString("resolution"), seconds == 0 ? null : seconds);
                Long[] quantiles = (Long[]) row.getArray("quantiles").getArray();
                measured.put(
                        kind,
                        new Spread(
                                row.getLong("samples"),
                                Duration.ofMillis(quantiles[0]),
                                Duration.ofMillis(quantiles[1]),
                                Duration.ofMillis(quantiles[2]),
                                Duration.ofMillis(Math.round(row.getDouble("mean")))));
            }
        }
        return new Durations(measured, otherwise);
    }

    /** Lets go of what is too old to be read. */
    static void forget(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        }
    }
}
