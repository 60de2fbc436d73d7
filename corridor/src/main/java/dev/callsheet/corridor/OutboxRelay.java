package dev.callsheet.corridor;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.corridor.metrics.OutboxMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in order, waits for the acks, then deletes. One relay at a time for each schema (an advisory
 * lock), so order holds per key. A crash between ack and delete publishes again: ids are derived, a repeat is one.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration LAST_ROUNDS = Duration.ofSeconds(3);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'))";
    private static final String DUE = """
            select seq, topic, key, event_id, source, type, subject, at, extensions, data
            from outbox order by seq limit ?
            """;

    private final Instance<DataSource> dataSource;
    private final EventPublisher publisher;
    private final OutboxMeters meters;
    private final boolean enabled;
    private final long pollMillis;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OutboxRelay(
            Instance<DataSource> dataSource,
            EventPublisher publisher,
            OutboxMeters meters,
            @ConfigProperty(name = "callsheet.outbox.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "callsheet.outbox.poll-millis", defaultValue = "100") long pollMillis) {
        this.dataSource = dataSource;
        this.publisher = publisher;
        this.meters = meters;
        this.enabled = enabled;
        this.pollMillis = pollMillis;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            Thread relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
            // Set before it runs: the loop ends as soon as it is not the thread of record.
            thread = relay;
            relay.start();
        }
    }

    /** What was told until now leaves, if broker and database let it; if not, another replica or the next start sends it. */
    void stop(@Observes @Priority(ClosingOrder.OUTBOX) ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        thread = null;
        if (running != null) {
            news.release();
            if (!running.join(LAST_ROUNDS)) {
                running.interrupt();
            }
        }
    }

    /** Says that a transaction with messages has committed, so that they leave now rather than at the next poll. */
    public void wake() {
        news.release();
    }

    private void run() {
        boolean last = false;
        while (!last) {
            // Looked at before the round: what was told before the end is in the last one.
            boolean ending = Thread.currentThread() != thread;
            try {
                boolean full = relay() == BATCH;
                last = ending && !full;
                if (!full && !ending) {
                    news.tryAcquire(pollMillis, TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("outbox waits: %s", e.getMessage());
                last = ending;
                pause();
            }
        }
    }

    private int relay() throws SQLException {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = leads(connection) ? publish(connection) : 0;
                connection.commit();
                meters.published(sent);
                return sent;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * A broker that was away may take a producer's second batch and refuse its first: what has the same key is sent only
     * once the one before it is acknowledged.
     */
    private int publish(Connection connection) throws SQLException {
        List<Due> due = due(connection);
        for (List<Due> turn :
                Turns.of(due, row -> row.message().topic() + " " + row.message().key())) {
            CompletableFuture.allOf(
                            turn.stream().map(Due::message).map(this::send).toArray(CompletableFuture[]::new))
                    .join();
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where seq = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", due.stream().map(Due::sequence).toArray()));
            delete.executeUpdate();
        }
        return due.size();
    }

    private CompletableFuture<Void> send(Outbox.Message message) {
        Instant told = message.event().time();
        long waited = told == null
                ? 0
                : Math.max(0, Duration.between(told, Instant.now()).toMillis());
        return publisher.send(message.topic(), message.key(), message.event(), waited);
    }

    private record Due(long sequence, Outbox.Message message) {}

    private static List<Due> due(Connection connection) throws SQLException {
        List<Due> found = new ArrayList<>();
        try (PreparedStatement due = connection.prepareStatement(DUE)) {
            due.setInt(1, BATCH);
            try (ResultSet row = due.executeQuery()) {
                while (row.next()) {
                    found.add(new Due(
                            row.getLong("seq"),
                            new Outbox.Message(row.getString("topic"), row.getString("key"), event(row))));
                }
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static CloudEvent event(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        Map<String, String> extensions =
                Json.read(row.getString("extensions").getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.class);
        return new CloudEvent(
                row.getString("event_id"),
                row.getString("source"),
                row.getString("type"),
                row.getString("subject"),
                at == null ? null : at.toInstant(),
                extensions,
                row.getBytes("data"));
    }

    private void pause() {
        try {
            news.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
