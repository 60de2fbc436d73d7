package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.FairShare;
import dev.callsheet.render.domain.Lane;
import dev.callsheet.render.domain.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Seats waiting takes on free slots as {@link FairShare} says, inside of a transaction, one worker at a time. */
final class Queues {
    private static final String TURN = "select pg_advisory_xact_lock(hashtext(current_schema() || '.queues'))";
    private static final String WAITING =
            "select exists (select from takes where owner is null and state = 'queued' and next_at <= now())";
    /** A model that the provider has just let rest is tried with one take first. */
    private static final String SEATS = """
            select c.model, c.time, s.number
            from clocks c cross join lateral (
                select number from slots where slots.model = c.model and take_id is null order by number
                limit case when exists (
                    select from pauses p where p.by = 'provider' and p.model = c.model and p.tenant = '') then 1 else ? end) s
            where not exists (
                select from pauses p where p.tenant = '' and p.model in ('', c.model) and p.until > now())
            order by c.model, s.number
            """;

    private static final String LINES = """
            select l.tenant, l.served, l.clock, l.high, l.normal, l.low, coalesce(w.weight, 1) weight, t.lane, t.id
            from lines l left join weights w using (tenant)
            cross join generate_series(0, 2) n(lane)
            cross join lateral (
                select lane, due, id from takes
                where takes.model = l.model and takes.tenant = l.tenant and takes.lane = n.lane
                  and owner is null and state = 'queued' and next_at <= now()
                order by due, id limit ? for update skip locked) t
            where l.model = ?
              and not exists (
                select from pauses p where p.tenant = l.tenant and p.model in ('', l.model) and p.until > now())
            order by l.tenant, t.lane, t.due, t.id
            """;
    private static final String SIT = """
            update slots s set take_id = n.take_id
            from unnest(?::text[]::int[], ?::text[]::uuid[]) n(number, take_id) where s.model = ? and s.number = n.number
            """;
    private static final String STORE = """
            update lines l set served = n.served, clock = n.clock, high = n.high, normal = n.normal, low = n.low
            from unnest(?::text[], ?::text[]::float8[], ?::text[]::float8[], ?::text[]::float8[], ?::text[]::float8[],
                        ?::text[]::float8[]) n(tenant, served, clock, high, normal, low)
            where l.model = ? and l.tenant = n.tenant
            """;

    private Queues() {}

    private record Seats(double clock, List<Integer> numbers) {}

    /** Seats up to so many takes of each model. @return them, in the order of service */
    static List<TakeId> serve(Connection connection, int most) throws SQLException {
        if (!asks(connection, WAITING)) {
            return List.of();
        }
        try (PreparedStatement turn = connection.prepareStatement(TURN)) {
            turn.execute();
        }
        List<TakeId> served = new ArrayList<>();
        for (Map.Entry<String, Seats> free : seats(connection, most).entrySet()) {
            served.addAll(serve(connection, free.getKey(), free.getValue()));
        }
        return served;
    }

    private static List<TakeId> serve(Connection connection, String model, Seats seats) throws SQLException {
        List<Line> lines = lines(connection, model, seats.numbers().size());
        FairShare.Service service =
                FairShare.serve(lines, seats.clock(), seats.numbers().size());
        List<TakeId> served = service.served();
        if (served.isEmpty()) {
            return served;
        }
        try (PreparedStatement sit = connection.prepareStatement(SIT)) {
            sit.setArray(1, Columns.texts(connection, seats.numbers().subList(0, served.size()), number -> number));
            sit.setArray(2, Columns.texts(connection, served, id -> id));
            sit.setString(3, model);
            sit.executeUpdate();
        }
        store(connection, model, service);
        return served;
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<String, Seats> seats(Connection connection, int most) throws SQLException {
        Map<String, Seats> seats = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SEATS)) {
            query.setInt(1, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    double clock = row.getDouble("time");
                    seats.computeIfAbsent(row.getString("model"), _ -> new Seats(clock, new ArrayList<>()))
                            .numbers()
                            .add(row.getInt("number"));
                }
            }
        }
        return seats;
    }

    private static List<Line> lines(Connection connection, String model, int most) throws SQLException {
        Map<String, Line> lines = new LinkedHashMap<>();
        Map<String, Map<Lane, List<TakeId>>> waiting = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(LINES)) {
            query.setInt(1, most);
            query.setString(2, model);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String tenant = row.getString("tenant");
                    if (!lines.containsKey(tenant)) {
                        lines.put(tenant, line(row));
                    }
                    waiting.computeIfAbsent(tenant, _ -> new EnumMap<>(Lane.class))
                            .computeIfAbsent(Lane.values()[row.getInt("lane")], _ -> new ArrayList<>())
                            .add(new TakeId(row.getObject("id", UUID.class)));
                }
            }
        }
        return lines.values().stream()
                .map(line -> new Line(
                        line.tenant(),
                        line.weight(),
                        line.served(),
                        line.clock(),
                        line.lanes(),
                        waiting.get(line.tenant().value())))
                .toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new TenantId(row.getString("tenant")),
                row.getDouble("weight"),
                row.getDouble("served"),
                row.getDouble("clock"),
                Map.of(
                        Lane.HIGH, row.getDouble("high"),
                        Lane.NORMAL, row.getDouble("normal"),
                        Lane.LOW, row.getDouble("low")),
                Map.of());
    }

    private static void store(Connection connection, String model, FairShare.Service service) throws SQLException {
        List<Line> lines = List.copyOf(service.lines());
        try (PreparedStatement update = connection.prepareStatement(STORE)) {
            update.setArray(1, Columns.texts(connection, lines, Line::tenant));
            update.setArray(2, Columns.texts(connection, lines, Line::served));
            update.setArray(3, Columns.texts(connection, lines, Line::clock));
            update.setArray(
                    4, Columns.texts(connection, lines, line -> line.lanes().get(Lane.HIGH)));
            update.setArray(
                    5, Columns.texts(connection, lines, line -> line.lanes().get(Lane.NORMAL)));
            update.setArray(
                    6, Columns.texts(connection, lines, line -> line.lanes().get(Lane.LOW)));
            update.setString(7, model);
            update.executeUpdate();
        }
        try (PreparedStatement clock = connection.prepareStatement("update clocks set time = ? where model = ?")) {
            clock.setDouble(1, service.clock());
            clock.setString(2, model);
            clock.executeUpdate();
        }
    }
}
