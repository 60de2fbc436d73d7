package dev.callsheet.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.render.domain.Backoff;
import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.domain.Histories;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.outbound.RenderMeters;
import dev.callsheet.render.outbound.Reports;
import dev.callsheet.render.outbound.Transactions;
import dev.callsheet.render.outbound.VoiceClips;
import dev.callsheet.render.outbound.XmpMark;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.time.InstantSource;
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
    /** What this worker counts. */
    final PrometheusMetricReader metrics = new PrometheusMetricReader(_ -> false);

    private final Severable tables;
    private final HttpClient http = HttpClient.newHttpClient();

    TestLine(DataSource dataSource, FakeProvider provider, MemoryStore store, Scenario scenario, Duration settle) {
        this(dataSource, provider, store, scenario, settle, InstantSource.system());
    }

    /** @param clock the worker's own, which may be wrong */
    TestLine(
            DataSource dataSource,
            FakeProvider provider,
            MemoryStore store,
            Scenario scenario,
            Duration settle,
            InstantSource clock) {
        this.tables = new Severable(dataSource);
        RenderSettings settings = settings(settle);
        RenderLine.Parts parts = new RenderLine.Parts(
                tables,
                store,
                new XmpMark(),
                provider,
                http,
                DOOR,
                VoiceClips.NONE,
                scenario,
                (model, resolution) -> resolution.equals("720P") ? OptionalLong.of(100_000) : OptionalLong.empty(),
                FaultPoint.NONE,
                OpenTelemetry.noop().getTracer("test"),
                new RenderMeters(
                        SdkMeterProvider.builder()
                                .registerMetricReader(metrics)
                                .build()
                                .get("test"),
                        scenario.route(),
                        scenario.defaultModel()),
                clock,
                () -> {});
        this.line = new RenderLine(settings, parts, "callsheet/test");
        this.reports = new Reports(new Transactions(dataSource));
        line.start();
    }

    /** What this worker has counted under a metric's Prometheus name, of the series with this label; 0 without one. */
    double counted(String metric, String label, String value) {
        return metrics.collect().stream()
                .filter(found -> found.getMetadata().getPrometheusName().equals(metric))
                .flatMap(found -> ((CounterSnapshot) found).getDataPoints().stream())
                .filter(point -> value.equals(point.getLabels().get(label)))
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                .sum();
    }

    private static RenderSettings settings(Duration settle) {
        Duration render = Duration.ofMillis(500);
        return new RenderSettings(
                "worker-" + WORKERS.incrementAndGet(),
                Duration.ofSeconds(1),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMinutes(10),
                Duration.ofMinutes(20),
                settle,
                Duration.ZERO,
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
                Duration.ofMillis(50),
                Duration.ofMillis(700),
                Duration.ofHours(1),
                new Durations.Spread(0, render, render.multipliedBy(4), render.multipliedBy(9), render),
                4,
                8,
                8,
                1000);
    }

    /** Hands in a request for five seconds at 720P. */
    RequestId assign(String name, String uri) throws SQLException {
        return assign(TENANT, name, uri, "");
    }

    /** @param more fields of the request, from a comma on */
    RequestId assign(TenantId tenant, String name, String uri, String more) throws SQLException {
        RequestId id = RequestId.ofKey(tenant, name);
        String request = """
                {"prompt":"pan left","media":[{"role":"firstFrame","type":"image","uri":"%s"}],
                 "output":{"kind":"file","resolution":"720P","seconds":5}%s}""".formatted(uri, more);
        JsonNode body = Json.read(request.getBytes(StandardCharsets.UTF_8));
        line.assign(new Work.Assigned(id, tenant, Histories.decision(), body), null);
        return id;
    }

    /** From now on this worker reaches no table any more, and nobody is told. */
    void kill() {
        tables.severed = true;
    }

    @Override
    public void close() {
        line.stop();
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
