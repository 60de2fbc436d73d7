package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.domain.Durations.Spread;
import dev.callsheet.render.domain.Forecasts;
import dev.callsheet.render.domain.Forecasts.Rival;
import dev.callsheet.render.domain.Lane;
import dev.callsheet.render.domain.Length;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long things take at the moment, refreshed now and then: what forecasts are made from. Thread-safe. */
public final class Outlook {
    private static final String LINES = """
            select model, tenant, lane, count(*) waiting, coalesce(max(w.weight), 1) weight
            from takes left join weights w using (tenant)
            where owner is null and state = 'queued' group by model, tenant, lane
            """;
    private static final String FREE = "select model, count(*) from slots where take_id is null group by model";
    private static final String RESTS = """
            select model, extract(epoch from max(least(until, now() + interval '1 day')) - now()) * 1000 from pauses
            where tenant = '' and until > now() group by model
            """;

    private final Transactions transactions;
    private final Spread otherwise;
    private final Duration beat;
    private final int slots;
    private volatile Durations durations;
    private volatile Now now = new Now(List.of(), Map.of(), Map.of());

    /**
     * @param otherwise how long renders take as long as nothing was measured
     * @param beat how late a render's end may be seen
     * @param slots how many renders of one model may run at a time
     */
    public Outlook(Transactions transactions, Spread otherwise, Duration beat, int slots) {
        this.transactions = transactions;
        this.otherwise = otherwise;
        this.beat = beat;
        this.slots = slots;
        this.durations = new Durations(Map.of(), otherwise);
    }

    private record Waiting(String model, String tenant, int lane, long takes, double weight) {}

    private record Now(List<Waiting> lines, Map<String, Integer> free, Map<String, Duration> rests) {}

    /** Looks how long the lines are. */
    public void refresh() throws SQLException {
        now = transactions.run(connection -> new Now(lines(connection), numbers(connection), rests(connection)));
    }

    /** Reads what was measured. */
    public void learn() throws SQLException {
        durations = transactions.run(connection -> {
            Measured.forget(connection);
            return Measured.read(connection, otherwise);
        });
    }

    /** When a render of this kind counts as late. @param configured as long as too few were measured */
    public Duration lateAfter(String model, @Nullable Length length, Duration configured) {
        Spread spread = durations.of(model, length);
        return spread == otherwise ? configured : spread.p99().plus(beat.multipliedBy(2));
    }

    /** Of a render that has just begun. */
    public Fact.Forecast rendering(String model, @Nullable Length length) {
        return Forecasts.rendering(durations.of(model, length), beat);
    }

    /** Of a take that joins its lane at the end. */
    public Fact.Forecast joining(TenantId tenant, Lane lane, String model, @Nullable Length length) {
        long ahead = now.lines().stream()
                .filter(line -> line.model().equals(model) && line.tenant().equals(tenant.value()))
                .filter(line -> line.lane() <= lane.ordinal())
                .mapToLong(Waiting::takes)
                .sum();
        return waiting((int) ahead, tenant.value(), model, length);
    }

    /** Of a take with so many of its own tenant before it. */
    public Fact.Forecast waiting(int ahead, String tenant, String model, @Nullable Length length) {
        Now present = now;
        double weight = 1;
        Map<String, Rival> rivals = new HashMap<>();
        for (Waiting line : present.lines()) {
            if (!line.model().equals(model)) {
                continue;
            }
            if (line.tenant().equals(tenant)) {
                weight = line.weight();
            } else {
                rivals.merge(
                        line.tenant(),
                        new Rival(line.takes(), line.weight()),
                        (a, b) -> new Rival(a.waiting() + b.waiting(), a.weight()));
            }
        }
        Duration rest = present.rests().getOrDefault(model, present.rests().getOrDefault("", Duration.ZERO));
        return Forecasts.waiting(
                Forecasts.place(ahead, weight, rivals.values()),
                slots,
                present.free().getOrDefault(model, 0),
                durations.of(model, length),
                beat,
                rest);
    }

    private static List<Waiting> lines(Connection connection) throws SQLException {
        List<Waiting> lines = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(LINES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lines.add(new Waiting(
                        row.getString("model"),
                        row.getString("tenant"),
                        row.getInt("lane"),
                        row.getLong("waiting"),
                        row.getDouble("weight")));
            }
        }
        return lines;
    }

    private static Map<String, Integer> numbers(Connection connection) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(FREE);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.put(row.getString(1), row.getInt(2));
            }
        }
        return numbers;
    }

    private static Map<String, Duration> rests(Connection connection) throws SQLException {
        Map<String, Duration> rests = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(RESTS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rests.put(row.getString(1), Duration.ofMillis(row.getLong(2)));
            }
        }
        return rests;
    }
}
