package dev.callsheet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.Reports.Account;
import dev.callsheet.render.outbound.Reports.Step;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGSimpleDataSource;

/** Real tables, a provider that misbehaves on request, and as many workers as a test wants. */
abstract class Workshop {
    static final long PRICE = 500_000;
    static final String FRAME = "s3://callsheet/tenant/demo/media/frame.png";
    private static RealParts parts;
    private static PGSimpleDataSource tables;

    final MemoryStore store = new MemoryStore();
    FakeProvider provider;
    private final List<TestLine> workers = new ArrayList<>();

    @BeforeAll
    static void startTables() {
        parts = RealParts.start(EnumSet.of(RealPart.POSTGRES), Schema.I2V);
        Map<String, String> properties = parts.properties();
        tables = new PGSimpleDataSource();
        tables.setUrl(properties.get("quarkus.datasource.jdbc.url"));
        tables.setUser(properties.get("quarkus.datasource.username"));
        tables.setPassword(properties.get("quarkus.datasource.password"));
    }

    @AfterAll
    static void stopTables() {
        parts.close();
    }

    @BeforeEach
    void emptyTables() throws IOException {
        Flyway flyway = Flyway.configure()
                .dataSource(tables)
                .locations("db/outbox", "db/engine")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        provider = new FakeProvider();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB), "png", picture);
        store.objects.put("tenant/demo/media/frame.png", picture.toByteArray());
    }

    @AfterEach
    void stopWorkers() {
        provider.close();
        workers.forEach(TestLine::close);
    }

    TestLine worker() {
        return worker(new FrameScenario());
    }

    /** @param clock the worker's own, which may be wrong */
    TestLine worker(InstantSource clock) {
        TestLine worker = new TestLine(tables, provider, store, new FrameScenario(), Duration.ofMillis(600), clock);
        workers.add(worker);
        return worker;
    }

    TestLine worker(Scenario scenario) {
        TestLine worker = new TestLine(tables, provider, store, scenario, Duration.ofMillis(600));
        workers.add(worker);
        return worker;
    }

    static void awaitState(TestLine worker, RequestId id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(() -> assertThat(states(worker, id).getLast())
                        .as(() -> story(worker, id))
                        .isEqualTo(state));
    }

    private static String story(TestLine worker, RequestId id) {
        try {
            return worker.reports.takes(id).toString();
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static List<String> states(TestLine worker, RequestId id) throws SQLException {
        return worker.reports.takes(id).getLast().steps().stream()
                .map(Step::state)
                .toList();
    }

    void assertPaid(TestLine worker, RequestId id, int paid, long settled) throws SQLException {
        Account account = worker.reports.account(id);
        assertThat(provider.paid).hasValue(paid);
        assertThat(account.settledMicros()).isEqualTo(settled);
        assertThat(account.openMicros()).isZero();
    }

    static Transactions transactions() {
        return new Transactions(tables);
    }

    static List<String> facts() throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = tables.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select type from outbox order by seq")) {
            while (row.next()) {
                types.add(row.getString(1).replaceAll("dev\\.callsheet\\.(.*)\\.v1", "$1"));
            }
        }
        return types;
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static long count(String sql) throws SQLException {
        try (Connection connection = tables.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
