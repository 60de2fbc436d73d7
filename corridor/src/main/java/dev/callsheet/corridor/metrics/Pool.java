package dev.callsheet.corridor.metrics;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;

/** A pool of database connections, by OpenTelemetry's names for it (semantic conventions 1.37, database client). */
public final class Pool {
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("db.client.connection.pool.name");
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("db.client.connection.state");
    private static final Attributes POOL = Attributes.of(NAME, "default");

    private Pool() {}

    /** Has the pool told at each scrape from now on. */
    public static void tell(Meter meter, AgroalDataSource pool) {
        meter.upDownCounterBuilder("db.client.connection.count")
                .setUnit("{connection}")
                .setDescription("Connections of the pool, by whether they are in use")
                .buildWithCallback(count -> {
                    count.record(pool.getMetrics().activeCount(), in("used"));
                    count.record(pool.getMetrics().availableCount(), in("idle"));
                });
        meter.upDownCounterBuilder("db.client.connection.pending_requests")
                .setUnit("{request}")
                .setDescription("Threads that wait for a connection")
                .buildWithCallback(count -> count.record(pool.getMetrics().awaitingCount(), POOL));
        meter.upDownCounterBuilder("db.client.connection.max")
                .setUnit("{connection}")
                .setDescription("The most connections that the pool may open")
                .buildWithCallback(count -> count.record(
                        pool.getConfiguration().connectionPoolConfiguration().maxSize(), POOL));
    }

    private static Attributes in(String state) {
        return Attributes.of(NAME, "default", STATE, state);
    }
}
