package dev.callsheet.requestapi.inbound;

import dev.callsheet.corridor.DeadLetters;
import dev.callsheet.corridor.Passing;
import dev.callsheet.requestapi.domain.Conflict;
import dev.callsheet.requestapi.domain.Entry;
import dev.callsheet.requestapi.outbound.ProjectionStore;
import dev.callsheet.requestapi.outbound.webhook.Bell;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongCounter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * What came with one poll, recorded in as few transactions as its size allows. A failure that will pass is waited for;
 * a record that makes its batch fail is found by taking each alone, and put aside.
 */
@ApplicationScoped
class ProjectionBatch {
    private static final Logger LOG = Logger.getLogger(ProjectionBatch.class);
    /** Bounds what one transaction holds in memory, several times over. */
    private static final long MOST_BYTES = 4 << 20;

    private final ProjectionStore store;
    private final DeadLetters deadLetters;
    private final Arrivals arrivals;
    private final Patience patience;
    private final RequestSpans spans;
    private final RequestMeters meters;
    private final Bell webhooks;
    private final LongCounter conflicts;

    ProjectionBatch(
            ProjectionStore store,
            DeadLetters deadLetters,
            Arrivals arrivals,
            Patience patience,
            RequestSpans spans,
            RequestMeters meters,
            Bell webhooks,
            OpenTelemetry openTelemetry) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.arrivals = arrivals;
        this.patience = patience;
        this.spans = spans;
        this.meters = meters;
        this.webhooks = webhooks;
        this.conflicts = openTelemetry
                .getMeter("callsheet")
                .counterBuilder("callsheet.requests.conflicts")
                .setDescription("Records that name a request which stands for another body")
                .build();
    }

    private record Read(ConsumerRecord<byte[], byte[]> kafkaRecord, Entry entry) {}

    /** Returns when all of it is recorded. @param reading empty for a record that is not to be recorded */
    void take(
            ConsumerRecords<byte[], byte[]> records,
            Function<ConsumerRecord<byte[], byte[]>, Optional<Entry>> reading) {
        List<Read> together = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<byte[], byte[]> kafkaRecord : records) {
            patience.until(
                    () -> read(kafkaRecord, reading).ifPresent(entry -> together.add(new Read(kafkaRecord, entry))));
            bytes += kafkaRecord.serializedValueSize();
            if (bytes > MOST_BYTES) {
                record(together);
                together.clear();
                bytes = 0;
            }
        }
        record(together);
    }

    private Optional<Entry> read(
            ConsumerRecord<byte[], byte[]> kafkaRecord,
            Function<ConsumerRecord<byte[], byte[]>, Optional<Entry>> reading) {
        try {
            return reading.apply(kafkaRecord);
        } catch (RuntimeException e) {
            if (Passing.is(e)) {
                throw e;
            }
            putAside(kafkaRecord, e);
            return Optional.empty();
        }
    }

    private void record(List<Read> together) {
        if (together.isEmpty()) {
            return;
        }
        meters.taking(together.getFirst().entry().told().at());
        try {
            patience.until(() -> commit(together));
        } catch (RuntimeException e) {
            if (Passing.is(e)) {
                throw e;
            }
            if (together.size() == 1) {
                ConsumerRecord<byte[], byte[]> one = together.getFirst().kafkaRecord();
                patience.until(() -> putAside(one, e));
            } else {
                together.forEach(read -> record(List.of(read)));
            }
        } finally {
            meters.taken(together.getLast().entry().told().at());
        }
    }

    private void commit(List<Read> together) {
        Instant began = Instant.now();
        ProjectionStore.Outcome outcome =
                store.record(together.stream().map(Read::entry).toList());
        for (Conflict conflict : outcome.conflicts()) {
            deadLetters.put(together.get(conflict.index()).kafkaRecord(), Conflict.CODE, conflict.reason());
            conflicts.add(1);
        }
        meters.learnt(outcome.learnt());
        outcome.news().forEach(arrivals::ring);
        if (outcome.deliveries() > 0) {
            webhooks.ring();
        }
        together.forEach(
                read -> spans.recorded(read.kafkaRecord(), read.entry().told().type(), began));
    }

    private void putAside(ConsumerRecord<byte[], byte[]> kafkaRecord, RuntimeException failure) {
        LOG.errorf(
                failure,
                "record %s-%d@%d cannot be recorded",
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset());
        deadLetters.put(kafkaRecord, "event.unprocessable", "the projection failed on it");
    }
}
