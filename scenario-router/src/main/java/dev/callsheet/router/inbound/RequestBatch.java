package dev.callsheet.router.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.DeadLetters;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One polled batch: every record is decided and sent, or put aside with its reason; then all acks are waited for. */
@ApplicationScoped
class RequestBatch {
    private static final Logger LOG = Logger.getLogger(RequestBatch.class);

    private final Router router;
    private final EventPublisher publisher;
    private final DeadLetters deadLetters;
    private final Lanes lanes;
    private final RouterMeters meters;
    private final RequestSpans spans;
    private final Clock clock;

    RequestBatch(
            Router router,
            EventPublisher publisher,
            DeadLetters deadLetters,
            Lanes lanes,
            RouterMeters meters,
            RequestSpans spans) {
        this.router = router;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.lanes = lanes;
        this.meters = meters;
        this.spans = spans;
        this.clock = Clock.systemUTC();
    }

    /** A record on its way, until its acks are there. @param decided null for one that was put aside */
    private record InFlight(
            ConsumerRecord<byte[], byte[]> kafkaRecord,
            List<CompletableFuture<Void>> acks,
            @Nullable Decided decided) {
        static InFlight aside(ConsumerRecord<byte[], byte[]> kafkaRecord, CompletableFuture<Void> ack) {
            return new InFlight(kafkaRecord, List.of(ack), null);
        }
    }

    /** @param seen with the span that shows it */
    private record Decided(Decision decision, Context seen) {}

    /** Returns when all of it is out. @throws RuntimeException if the broker did not take something; repeat the batch */
    void route(ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(records.count());
        records.forEach(all::add);
        List<InFlight> inFlight = lanes.each(all, this::start);
        // What is still gathering company need not wait for more: nothing else comes before the acks are here.
        publisher.flush();
        inFlight.forEach(this::await);
    }

    private InFlight start(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        try {
            return route(kafkaRecord);
        } catch (UnreadableEvent e) {
            return InFlight.aside(kafkaRecord, deadLetters.send(kafkaRecord, e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "record %s-%d@%d", kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset());
            return InFlight.aside(
                    kafkaRecord, deadLetters.send(kafkaRecord, "event.unprocessable", "the router failed on it"));
        }
    }

    private InFlight route(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        CloudEvent event = IncomingEvents.read(kafkaRecord);
        var tenant = Topics.tenantOf(kafkaRecord.topic())
                .orElseThrow(() -> new UnreadableEvent("event.topic", "topic names no tenant"));
        RequestId request = RequestIdentity.of(tenant, event);
        Instant now = Instant.now(clock);
        Span span = spans.begin(kafkaRecord, event, tenant, request, now);
        try (Scope _ = span.makeCurrent()) {
            Router.Routed routed = router.route(tenant, event, now);
            RequestSpans.decided(span, routed.decision());
            List<CompletableFuture<Void>> acks = routed.outputs().stream()
                    .map(out -> publisher.send(out.topic(), out.key(), out.event()))
                    .toList();
            return new InFlight(kafkaRecord, acks, new Decided(routed.decision(), Context.current()));
        } catch (UnreadableEvent e) {
            span.setAttribute(TraceNames.ERROR_TYPE, e.code());
            span.setStatus(StatusCode.ERROR, "unreadable");
            throw e;
        } finally {
            span.end();
        }
    }

    private void await(InFlight inFlight) {
        try {
            inFlight.acks().forEach(CompletableFuture::join);
            count(inFlight);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            // It will not become smaller: what cannot go out must not hold up what can.
            putAside(inFlight.kafkaRecord());
        }
    }

    private void count(InFlight inFlight) {
        if (inFlight.decided() instanceof Decided(Decision decision, Context seen)) {
            long stayed = clock.millis() - inFlight.kafkaRecord().timestamp();
            meters.decided(decision, Duration.ofMillis(stayed), seen);
        }
    }

    private void putAside(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        try {
            deadLetters.put(kafkaRecord, "event.too_large", "with its decision the record is larger than one may be");
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            LOG.errorf(
                    "record %s-%d@%d is too large even for the dead letters; it stays where it is",
                    kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset());
        }
    }
}
