package dev.callsheet.render;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.render.domain.Backoff;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.Reports;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.VoiceClips;
import io.opentelemetry.api.OpenTelemetry;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One worker in a test: an engine on the shared tables, which can be cut off from them as by SIGKILL. */
final class TestLine implements AutoCloseable {
    static final TenantId TENANT = new TenantId("demo");
    private static final AtomicInteger WORKERS = new AtomicInteger();

    /** Finds nobody but this machine's own servers, by their ports. */
    private static final Door DOOR = new Door(DoorSettings.forHosts(Set.of("127.0.0.1")));

    final RenderLine line;
    final Reports reports;
    private final Severable tables;
    private final HttpClient http = HttpClient.newHttpClient();

    TestLine(DataSource dataSource, FakeProvider provider, MemoryStore store, Scenario scenario, Duration settle) {
        this.tables = new Severable(dataSource);
        RenderSettings settings = new RenderSettings(
                "worker-" + WORKERS.incrementAndGet(),
                Duration.ofSeconds(1),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMinutes(10),
                settle,
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
                Duration.ofMillis(50),
                Duration.ofMillis(700),
                8,
                1000);
        RenderLine.Parts parts = new RenderLine.Parts(
                tables,
                store,
                provider,
                http,
                DOOR,
                VoiceClips.NONE,
                scenario,
                (model, resolution) -> resolution.equals("720P") ? OptionalLong.of(100_000) : OptionalLong.empty(),
                OpenTelemetry.noop().getTracer("test"),
                InstantSource.system(),
                () -> {});
        this.line = new RenderLine(settings, parts, "callsheet/test", 4);
        this.reports = new Reports(new Transactions(dataSource));
        line.engine().start();
    }

    /** Hands in a request for five seconds at 720P. */
    RequestId assign(String name, String uri) throws SQLException {
        RequestId id = RequestId.ofKey(TENANT, name);
        String request = """
                {"prompt":"pan left","media":[{"role":"firstFrame","type":"image","uri":"%s"}],
                 "output":{"kind":"file","resolution":"720P","seconds":5}}""".formatted(uri);
        line.assign(work(id, request), null);
        return id;
    }

    private static Work.Assigned work(RequestId id, String request) {
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        Decision decision = new Decision(
                Route.I2V,
                "13",
                new Decision.Axes(axis, axis, axis),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                "wan2.7-i2v",
                0.9,
                "1",
                "h",
                "h",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Work.Assigned(id, TENANT, decision, Json.read(request.getBytes(StandardCharsets.UTF_8)));
    }

    /** From now on this worker reaches no table any more, and nobody is told. */
    void kill() {
        tables.severed = true;
    }

    @Override
    public void close() {
        line.engine().stop();
        http.shutdownNow();
    }

    private static final class Severable implements DataSource {
        private final DataSource real;
        private volatile boolean severed;

        Severable(DataSource real) {
            this.real = real;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (severed) {
                throw new SQLException("this worker is dead", "08006");
            }
            return real.getConnection();
        }

        @Override
        public Connection getConnection(String user, String word) throws SQLException {
            return getConnection();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is logged
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // the real one decides
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
