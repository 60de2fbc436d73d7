package dev.callsheet.requestapi.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.requestapi.domain.Week;
import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The weeks of the history in a real PostgreSQL, and the way to them from the version before. */
class HistoryWeeksIT {
    private static final String OLD = "00000000-0000-0000-0000-000000000001";
    private static final String NEW = "00000000-0000-0000-0000-000000000002";
    private static RealParts parts;
    private static PGSimpleDataSource source;
    private final HistoryWeeks weeks = new HistoryWeeks(new Transactions(source));
    private final Instant now = Instant.now();

    @BeforeAll
    static void start() {
        parts = RealParts.start(EnumSet.of(RealPart.POSTGRES), Schema.REQUEST_API);
        var properties = parts.properties();
        source = new PGSimpleDataSource();
        source.setUrl(properties.get("quarkus.datasource.jdbc.url"));
        source.setUser(properties.get("quarkus.datasource.username"));
        source.setPassword(properties.get("quarkus.datasource.password"));
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @BeforeEach
    void empty() {
        flyway("latest").clean();
    }

    @Test
    void whatWasToldBeforeStaysAndIsKnownAgain() throws SQLException {
        flyway("6").migrate();
        run(
                "insert into requests (id, session_id, tenant, state, created_at, updated_at) values ('%s', '%s', 'demo', 'routed', now(), now())"
                        .formatted(OLD, NEW));
        run(
                "insert into history (event_id, aggregate, tenant, type, source, at, data) values ('a', '%s', 'demo', 't', 's', now(), '{}')"
                        .formatted(OLD));

        flyway("latest").migrate();
        weeks.ready(now);

        assertThat(rows("select event_id from history")).containsExactly("a");
        String again = "insert into history (event_id, aggregate, tenant, type, source, at, data, week)"
                + " select '%s', id, tenant, 't', 's', now(), '{}', week from requests on conflict (event_id, week) do nothing";
        run(again.formatted("a"));
        run(again.formatted("b"));
        assertThat(rows("select event_id from history order by seq")).containsExactly("a", "b");
    }

    @Test
    void aWeekLeavesWithItsRequestsAndNoOtherDoes() throws SQLException {
        flyway("latest").migrate();
        Week long0 = weeks.ready(now.minus(Period.ofDays(500)));
        Week today = weeks.ready(now);
        tell(OLD, long0, "old");
        tell(NEW, today, "new");
        run(
                "insert into claims (request_id, tenant, body_hash, door, sent, created_at) values ('%s', 'demo', '', 'rest', true, now() - interval '500 days')"
                        .formatted(OLD));

        int dropped = weeks.forget(Week.firstKept(now, Period.ofDays(400)));

        // Its own, and the one that was made ready after it.
        assertThat(dropped).isEqualTo(2);
        assertThat(rows("select event_id from history")).containsExactly("new");
        assertThat(rows("select id::text from requests")).containsExactly(NEW);
        assertThat(rows("select request_id::text from claims")).isEmpty();
        assertThat(weeks.forget(Week.firstKept(now, Period.ofDays(400)))).isZero();
    }

    private void tell(String request, Week week, String event) throws SQLException {
        run(
                "insert into requests (id, session_id, tenant, state, week, created_at, updated_at) values ('%s', '%s', 'demo', 'completed', '%s', now(), now())"
                        .formatted(request, request.replace('0', 'f'), week.monday()));
        run(
                "insert into history (event_id, aggregate, tenant, type, source, at, data, week) values ('%s', '%s', 'demo', 't', 's', now(), '{}', '%s')"
                        .formatted(event, request, week.monday()));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(source)
                .defaultSchema("request_api")
                .schemas("request_api")
                .locations("db/migration")
                .target(target)
                .cleanDisabled(false)
                .load();
    }
}
