package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.SessionCosts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link SessionCosts} from the schema {@code avatar}. */
@Singleton
class PostgresCosts implements SessionCosts {
    private static final String LINES = """
            with legs_of as (
                select s.tenant, s.id, l.leg,
                       coalesce(max(micros) filter (where kind = 'QUOTED'), 0) quoted,
                       coalesce(sum(micros) filter (where kind in ('SETTLED', 'ADDED')), 0) settled,
                       coalesce(bool_or(kind in ('SETTLED', 'RELEASED')), false) ended
                from sessions s join ledger l on l.session_id = s.id
                where (?::text is null or tenant = ?) and (?::timestamptz is null or at >= ?)
                  and (?::timestamptz is null or at < ?)
                group by s.tenant, s.id, l.leg)
            select tenant, sum(quoted) quoted, sum(greatest(quoted, settled)) committed, sum(settled) settled,
                   coalesce(sum(quoted) filter (where not ended), 0) open,
                   count(distinct id) filter (where settled > 0) paid
            from legs_of group by tenant order by tenant
            """;

    private final DataSource dataSource;

    PostgresCosts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Answer answer(@Nullable String tenant, @Nullable Instant from, @Nullable Instant to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(LINES)) {
            query.setString(1, tenant);
            query.setString(2, tenant);
            for (int i = 3; i <= 4; i++) {
                query.setTimestamp(i, from == null ? null : Timestamp.from(from));
            }
            for (int i = 5; i <= 6; i++) {
                query.setTimestamp(i, to == null ? null : Timestamp.from(to));
            }
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return new Answer(lines);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        long committed = row.getLong("committed");
        long settled = row.getLong("settled");
        long open = row.getLong("open");
        return new Line(
                row.getString("tenant"),
                row.getLong("quoted"),
                committed,
                settled,
                committed - settled - open,
                open,
                row.getLong("paid"));
    }
}
