package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Length;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells waiting takes a new forecast when the line has moved: whenever their place has come down to a quarter of what
 * was told, and near the head each quarter of a minute. So a take of a long line hears of it a few times, not always.
 */
public final class Restatements {
    private static final int BATCH = 100;
    private static final String TURN =
            "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.restatements'))";
    private static final String MOVED = """
            with waiting as (
                select id, request_id, tenant, model, resolution, seconds, traceparent, forecast_number, forecast_place,
                       forecast_at, row_number() over (partition by model, tenant order by lane, due, id) - 1 as ahead
                from takes where owner is null and state = 'queued')
            select * from waiting
            where forecast_place is null or ahead <= forecast_place / 4 and ahead < forecast_place
               or ahead < 20 and ahead <> forecast_place and forecast_at < ?
            order by ahead limit ?
            """;
    private static final String NOTE = """
            update takes t set forecast_number = forecast_number + 1, forecast_place = n.place, forecast_at = ?
            from unnest(?::text[]::uuid[], ?::text[]::int[]) n(id, place) where t.id = n.id and t.state = 'queued'
            returning t.id
            """;
    private static final int QUIET_SECONDS = 15;

    private final Transactions transactions;
    private final Outlook outlook;
    private final Facts facts;
    private final Runnable news;

    /** @param source of the events */
    public Restatements(Transactions transactions, Outlook outlook, String source, Runnable news) {
        this.transactions = transactions;
        this.outlook = outlook;
        this.facts = new Facts(source);
        this.news = news;
    }

    /** Tells what is due, by one worker at a time. @return how many forecasts were told */
    public int tell(Instant at) throws SQLException {
        int told = transactions.run(connection -> turn(connection) ? tell(connection, at) : 0);
        if (told > 0) {
            news.run();
        }
        return told;
    }

    private static boolean turn(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TURN);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private int tell(Connection connection, Instant at) throws SQLException {
        List<Fact.TakeForecast> told = new ArrayList<>();
        Map<TakeId, String> traces = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MOVED)) {
            query.setTimestamp(1, Timestamp.from(at.minusSeconds(QUIET_SECONDS)));
            query.setInt(2, BATCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Fact.TakeForecast forecast = forecast(row);
                    told.add(forecast);
                    traces.put(forecast.takeId(), row.getString("traceparent"));
                    places.add(row.getInt("ahead"));
                }
            }
        }
        if (told.isEmpty()) {
            return 0;
        }
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setTimestamp(1, Timestamp.from(at));
            note.setArray(2, Columns.texts(connection, told, Fact.TakeForecast::takeId));
            note.setArray(3, Columns.texts(connection, places, place -> place));
            // What has moved on since it was looked at is told no forecast any more.
            Set<TakeId> waiting = new HashSet<>();
            try (ResultSet row = note.executeQuery()) {
                while (row.next()) {
                    waiting.add(new TakeId(row.getObject(1, UUID.class)));
                }
            }
            told.removeIf(forecast -> !waiting.contains(forecast.takeId()));
        }
        facts.tell(
                connection,
                told.stream()
                        .map(forecast -> new Facts.Told(
                                forecast, TakeTrace.of(forecast.takeId(), traces.get(forecast.takeId()))))
                        .toList(),
                at);
        return told.size();
    }

    private Fact.TakeForecast forecast(ResultSet row) throws SQLException {
        String resolution = row.getString("resolution");
        Length length = resolution == null ? null : new Length(resolution, row.getInt("seconds"));
        return new Fact.TakeForecast(
                new RequestId(row.getObject("request_id", UUID.class)),
                new TakeId(row.getObject("id", UUID.class)),
                new TenantId(row.getString("tenant")),
                row.getInt("forecast_number") + 1,
                outlook.waiting(row.getInt("ahead"), row.getString("tenant"), row.getString("model"), length));
    }
}
