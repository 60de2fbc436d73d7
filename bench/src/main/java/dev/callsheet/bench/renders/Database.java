package dev.callsheet.bench.renders;

import dev.callsheet.stack.StackFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/**
 * The local stack's PostgreSQL, but one that waits for the disk at each commit: what is measured is how many changes
 * outlive a power cut, not how many the memory holds.
 */
final class Database implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start() {
        try {
            return new Database(EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setPGStartupWait(Duration.ofSeconds(40))
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new StackFailure("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    /** As the superuser, who needs no password here. @param schema in which tables without one are looked for */
    String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres&currentSchema=" + schema;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL cannot be stopped: " + e.getMessage(), e);
        }
    }
}
