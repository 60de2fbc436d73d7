package dev.callsheet.avatar.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.TablesContract;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables of a real PostgreSQL, and the way to them from the tables of the version before. */
class PostgresTablesIT extends TablesContract {
    private static RealParts parts;
    private static PGSimpleDataSource source;
    private final Database database = new Database(new OneAtATime());

    @BeforeAll
    static void start() {
        parts = RealParts.start(EnumSet.of(RealPart.POSTGRES), Schema.AVATAR);
        var properties = parts.properties();
        source = new PGSimpleDataSource();
        source.setUrl(properties.get("quarkus.datasource.jdbc.url"));
        source.setUser(properties.get("quarkus.datasource.username"));
        source.setPassword(properties.get("quarkus.datasource.password"));
        var flyway = flyway("latest");
        flyway.clean();
        flyway.migrate();
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Override
    protected Tables tables() {
        database.change("truncate sessions, lessons, outbox cascade");
        return tables(database);
    }

    /** A pool of connections stands still when its users wait for a second one while they hold the first. */
    private static final class OneAtATime extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;
        private final transient ThreadLocal<Connection> held = new ThreadLocal<>();

        OneAtATime() {
            setUrl(source.getUrl());
            setUser(source.getUser());
            setPassword(source.getPassword());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection before = held.get();
            if (before != null && !before.isClosed()) {
                throw new SQLException("a second connection of one thread");
            }
            Connection connection = super.getConnection();
            held.set(connection);
            return connection;
        }
    }

    @Test
    void whatIsAskedWithinATransactionIsPartOfIt() {
        tables();
        assertThatThrownBy(() -> database.transaction(connection -> {
                    database.change("insert into outbox (topic, key, event_id, source, type, extensions, data)"
                            + " values ('t', 'k', 'e', 's', 'y', '', '')");
                    assertThat(events()).isEqualTo(1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(events()).isZero();
    }

    private long events() {
        return database.one("select count(*) from outbox", row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void sessionsOfTheVersionBeforeHaveOneLeg() {
        flyway("latest").clean();
        flyway("1.0").migrate();
        var live = UUID.randomUUID();
        var ended = UUID.randomUUID();
        var offered = UUID.randomUUID();
        String columns = "insert into sessions (id, tenant, avatar_id, max_seconds, sandbox, fingerprint, state, since,"
                + " provider_id, control_url, media_kind, lease_until, live_since, end_reason, ended_at, live_ms,"
                + " settled_micros) values (?, 'demo', 'anna', 600, false, '', ?, ";
        String at = "timestamptz '2026-01-01 12:00:00Z'";
        database.change(
                columns + at + ", 'p-1', 'ws://x', 'none', " + at + ", " + at + ", null, null, null, null)",
                live,
                "LIVE");
        database.change(
                columns + at + ", 'p-2', 'ws://x', 'none', " + at + ", " + at + ", 'USER_CLOSED', " + at
                        + ", 5, 100000)",
                ended,
                "ENDED");
        database.change(columns + "null, null, null, null, null, null, null, null, null, null)", offered, "OFFERED");
        database.change("insert into ledger values (?, 'QUOTED', 1000000, now())", live);

        flyway("latest").migrate();

        var store = tables(database).store();
        assertThat(store.find(new SessionId(live)).orElseThrow())
                .isInstanceOfSatisfying(Session.Live.class, session -> {
                    assertThat(session.leg().quotedMicros()).isEqualTo(1_000_000);
                    assertThat(session.leg().capAt()).isEqualTo(NOW.plusSeconds(600));
                    assertThat(session.order().maxLength()).isEqualTo(Duration.ofMinutes(10));
                    assertThat(session.leased()).isEqualTo(NOW);
                });
        assertThat(store.find(new SessionId(ended)).orElseThrow())
                .isInstanceOfSatisfying(Session.Closed.class, session -> {
                    assertThat(session.reason()).isEqualTo(EndReason.USER_CLOSED);
                    assertThat(session.legs().all()).singleElement().isInstanceOf(Leg.Settled.class);
                    assertThat(session.legs().settledMicros()).isEqualTo(100_000);
                });
        assertThat(store.find(new SessionId(offered)).orElseThrow()).isInstanceOf(Session.Requested.class);
        assertThat(new PostgresCosts(source).answer("demo", null, null).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.openMicros()).isEqualTo(1_000_000));
    }

    private static Tables tables(Database database) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Tables(
                new PostgresSessions(database, () -> {}, new SessionMeters(OpenTelemetry.noop()), clock),
                new PostgresSeats(database),
                new PostgresOwners(database),
                new PostgresLessons(database));
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(source)
                .defaultSchema("avatar")
                .locations("db/outbox", "db/migration")
                .target(target)
                .cleanDisabled(false)
                .load();
    }
}
