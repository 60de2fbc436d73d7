package dev.callsheet.corridor.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What waits in the outbox and what has left it. All replicas tell the same of what waits: it is one table. */
@Singleton
@Startup
public class OutboxMeters {
    private static final String WAITING =
            "select count(*), coalesce(greatest(0, extract(epoch from now() - min(at))), 0) from outbox";

    private final Instance<DataSource> dataSource;
    private final LongCounter published;

    private record Waiting(long events, double oldestSeconds) {}

    OutboxMeters(
            OpenTelemetry telemetry,
            Instance<DataSource> dataSource,
            @ConfigProperty(name = "callsheet.outbox.enabled", defaultValue = "false") boolean enabled) {
        this.dataSource = dataSource;
        Meter meter = Labels.meter(telemetry);
        this.published = meter.counterBuilder("callsheet.outbox.published")
                .setUnit("{event}")
                .setDescription("Events that the broker has and that have left the outbox")
                .build();
        if (enabled) {
            published.add(0);
            tell(meter);
        }
    }

    private void tell(Meter meter) {
        Lately<Waiting> waiting = new Lately<>(this::ask);
        meter.gaugeBuilder("callsheet.outbox.pending")
                .ofLongs()
                .setUnit("{event}")
                .setDescription("Events that wait in the outbox for the broker")
                .buildWithCallback(gauge -> waiting.get().ifPresent(now -> gauge.record(now.events())));
        meter.gaugeBuilder("callsheet.outbox.oldest")
                .setUnit("s")
                .setDescription("Age of the oldest event that waits in the outbox")
                .buildWithCallback(gauge -> waiting.get().ifPresent(now -> gauge.record(now.oldestSeconds())));
    }

    /** Notes events whose rows are gone for good. */
    public void published(int events) {
        published.add(events);
    }

    private Waiting ask() throws SQLException {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Waiting(row.getLong(1), row.getDouble(2));
        }
    }
}
