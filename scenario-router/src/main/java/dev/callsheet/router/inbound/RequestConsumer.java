package dev.callsheet.router.inbound;

import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.KafkaConnection;
import dev.callsheet.corridor.metrics.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The router's own thread on all tenants' requests, at least once: poll a batch, decide and send each, wait for all
 * acks, commit. What was not acknowledged is read again; ids are derived, so a repeat is one.
 */
@ApplicationScoped
class RequestConsumer {
    private static final Logger LOG = Logger.getLogger(RequestConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final KafkaConnection connection;
    private final RequestBatch batch;
    private final Polling polling;
    private final KafkaClients clients;
    private final String group;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    RequestConsumer(
            KafkaConnection connection,
            RequestBatch batch,
            Polling polling,
            KafkaClients clients,
            @ConfigProperty(name = "callsheet.router.group", defaultValue = "scenario-router") String group) {
        this.connection = connection;
        this.batch = batch;
        this.polling = polling;
        this.clients = clients;
        this.group = group;
    }

    void start(@Observes StartupEvent event) {
        Thread started = Thread.ofPlatform().name("router").unstarted(this::run);
        thread = started;
        polling.startedOn(started);
        started.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        long pauseMs = 100;
        while (!stopped()) {
            try (KafkaConsumer<byte[], byte[]> open = open()) {
                consumer = open;
                clients.watch(open);
                open.subscribe(Topics.REQUESTS, polling);
                while (!stopped()) {
                    pauseMs = route(open, open.poll(POLL)) ? 100 : pause(pauseMs);
                    polling.polled();
                }
            } catch (WakeupException e) {
                LOG.debug("woken to stop");
            } catch (RuntimeException e) {
                LOG.errorf(e, "the consumer is opened again");
                pauseMs = pause(pauseMs);
            }
        }
    }

    /** Whether the batch is through; if not, it comes again. */
    private boolean route(KafkaConsumer<byte[], byte[]> open, ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return true;
        }
        try {
            batch.route(records);
        } catch (RuntimeException e) {
            LOG.warnf("%d records wait: %s", records.count(), e.getMessage());
            rewind(open, records);
            return false;
        }
        try {
            commit(open, records.nextOffsets());
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.infof("partitions moved before the commit; their records are decided again elsewhere");
        }
        return true;
    }

    /** Told to end meanwhile: what is decided is committed all the same, so that nobody decides it again. */
    private static void commit(KafkaConsumer<byte[], byte[]> open, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            open.commitSync(offsets);
        } catch (WakeupException e) {
            open.commitSync(offsets);
        }
    }

    private static void rewind(KafkaConsumer<byte[], byte[]> open, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            open.seek(
                    partition,
                    new OffsetAndMetadata(records.records(partition).getFirst().offset()));
        }
    }

    private long pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(millis * 2, LONGEST_PAUSE_MS);
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> config = connection.with(ConsumerConfig.configNames());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        // Whoever takes over from a router that was killed waits this long, not the default of 45 s.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        // A new tenant's topic is found within this time.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
