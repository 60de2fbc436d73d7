package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.TakeState.Word;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the tables stand at a moment, as gauges tell it; all workers of a scenario share the tables and so tell the same.
 *
 * @param takes those that are not over, by state
 * @param leftMicros the smallest that is left under any cap; null without a cap
 * @param alerts open ones by kind
 */
public record Standing(
        Map<Word, Open> takes, @Nullable Long leftMicros, long usedSlots, long freeSlots, Map<String, Long> alerts) {
    private static final String TAKES = """
            select state, count(*) takes, sum(quoted_micros)::bigint micros,
                   greatest(0, extract(epoch from now() - min(
                       case state when 'queued' then queued_at when 'fetching' then since else submitted_at end))) oldest
            from takes where state not in ('finished', 'failed', 'cancelled') group by state
            """;
    private static final String LEFT = """
            select min(cap_micros - committed_micros - settled_micros) from purses where cap_micros is not null
            """;
    private static final String SLOTS = "select count(take_id), count(*) - count(take_id) from slots";
    private static final String ALERTS = "select kind, count(*) from alerts where closed_at is null group by kind";

    /** Takes in one state. @param oldestSeconds since the first of them came into it, or was queued */
    public record Open(long takes, long micros, double oldestSeconds) {
        static final Open NONE = new Open(0, 0, 0);
    }

    private record Row<T>(String name, T value) {}

    static Standing read(Connection connection) throws SQLException {
        Map<Word, Open> takes = new EnumMap<>(Word.class);
        Sql.list(
                        connection,
                        TAKES,
                        row -> new Row<>(row.getString(1), new Open(row.getLong(2), row.getLong(3), row.getDouble(4))))
                .forEach(row -> takes.put(Word.valueOf(row.name().toUpperCase(java.util.Locale.ROOT)), row.value()));
        List<@Nullable Long> left = Sql.list(connection, LEFT, row -> row.getObject(1, Long.class));
        List<long[]> slots = Sql.list(connection, SLOTS, row -> new long[] {row.getLong(1), row.getLong(2)});
        Map<String, Long> alerts =
                Sql.list(connection, ALERTS, row -> new Row<>(row.getString(1), row.getLong(2))).stream()
                        .collect(Collectors.toMap(Row::name, Row::value));
        return new Standing(takes, left.getFirst(), slots.getFirst()[0], slots.getFirst()[1], alerts);
    }

    /** Those in a state; of none it is told as well. */
    public Open in(Word state) {
        return takes.getOrDefault(state, Open.NONE);
    }
}
