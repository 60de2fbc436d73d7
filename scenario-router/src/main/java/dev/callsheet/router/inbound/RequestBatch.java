package dev.callsheet.router.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.DeadLetters;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
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
    private final Tracer tracer;
    private final Clock clock;

    RequestBatch(
            Router router,
            EventPublisher publisher,
            DeadLetters deadLetters,
            Lanes lanes,
            OpenTelemetry openTelemetry) {
        this.router = router;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.lanes = lanes;
        this.tracer = openTelemetry.getTracer("callsheet");
        this.clock = Clock.systemUTC();
    }

    /** A record on its way, until its acks are there. */
    private record InFlight(ConsumerRecord<byte[], byte[]> kafkaRecord, List<CompletableFuture<Void>> acks) {}

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
            return new InFlight(kafkaRecord, route(kafkaRecord));
        } catch (UnreadableEvent e) {
            return new InFlight(kafkaRecord, List.of(deadLetters.send(kafkaRecord, e.code(), e.getMessage())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "record %s-%d@%d", kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset());
            return new InFlight(
                    kafkaRecord,
                    List.of(deadLetters.send(kafkaRecord, "event.unprocessable", "the router failed on it")));
        }
    }

    private List<CompletableFuture<Void>> route(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        CloudEvent event = IncomingEvents.read(kafkaRecord);
        var tenant = Topics.tenantOf(kafkaRecord.topic())
                .orElseThrow(() -> new UnreadableEvent("event.topic", "topic names no tenant"));
        Span span = tracer.spanBuilder("route")
                .setParent(Traces.from(origin(kafkaRecord, event)))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Router.Routed routed = router.route(tenant, event, Instant.now(clock));
            span.setAttribute("callsheet.request.id", routed.requestId().toString());
            span.setAttribute("callsheet.tenant", tenant.value());
            span.setAttribute("callsheet.rule", routed.decision().rule());
            span.setAttribute(
                    "callsheet.route",
                    routed.decision().route() == null
                            ? "reject"
                            : routed.decision().route().wire());
            return routed.outputs().stream()
                    .map(out -> publisher.send(out.topic(), out.key(), out.event()))
                    .toList();
        } finally {
            span.end();
        }
    }

    private void await(InFlight inFlight) {
        try {
            inFlight.acks().forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            // It will not become smaller: what cannot go out must not hold up what can.
            putAside(inFlight.kafkaRecord());
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

    /** The transport's trace, or else the one that the event was born in. */
    private static @Nullable String origin(ConsumerRecord<byte[], byte[]> kafkaRecord, CloudEvent event) {
        Header header = kafkaRecord.headers().lastHeader(CloudEvent.TRACEPARENT);
        return header == null || header.value() == null
                ? event.extensions().get(CloudEvent.TRACEPARENT)
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
