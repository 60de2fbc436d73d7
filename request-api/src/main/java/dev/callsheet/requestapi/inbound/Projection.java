package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.corridor.DeadLetters;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Processing;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.requestapi.domain.BodyHash;
import dev.callsheet.requestapi.domain.Entry;
import dev.callsheet.requestapi.domain.Told;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** The two topics that the tables are made from, read a batch at a time. */
@ApplicationScoped
class Projection {
    private static final Logger LOG = Logger.getLogger(Projection.class);

    private final ProjectionBatch batch;
    private final DeadLetters deadLetters;

    Projection(ProjectionBatch batch, DeadLetters deadLetters) {
        this.batch = batch;
        this.deadLetters = deadLetters;
    }

    /** Requests, from either door. What the router cannot read it puts aside; here it is passed over. */
    @Incoming("requests")
    @Blocking
    void requests(ConsumerRecords<byte[], byte[]> records) {
        batch.take(records, kafkaRecord -> {
            try {
                return asked(kafkaRecord);
            } catch (UnreadableEvent e) {
                LOG.debugf("passed over: %s", e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Facts, from whoever owns them. */
    @Incoming("facts")
    @Blocking
    void facts(ConsumerRecords<byte[], byte[]> records) {
        batch.take(records, kafkaRecord -> {
            try {
                CloudEvent event = IncomingEvents.read(kafkaRecord);
                return Optional.of(Entry.of(FactTypes.read(event), told(event.id(), event, kafkaRecord)));
            } catch (UnreadableEvent e) {
                deadLetters.put(kafkaRecord, e.code(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private static Optional<Entry> asked(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        CloudEvent event = IncomingEvents.read(kafkaRecord);
        Optional<TenantId> tenant = Topics.tenantOf(kafkaRecord.topic());
        if (tenant.isEmpty() || !VideoRequest.TYPE.equals(event.type())) {
            return Optional.empty();
        }
        Json.read(event.data());
        RequestId requestId = RequestIdentity.of(tenant.get(), event);
        String eventId = DerivedId.of("requested", requestId.toString()).toString();
        return Optional.of(Entry.asked(
                requestId,
                tenant.get(),
                inItsTrace(told(eventId, event, kafkaRecord), requestId),
                BodyHash.of(event.data())));
    }

    private static Told told(String eventId, CloudEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Instant at = event.time() == null ? Instant.ofEpochMilli(kafkaRecord.timestamp()) : event.time();
        SpanContext sender = Processing.sender(kafkaRecord, event);
        String traceId = sender.isValid() ? sender.getTraceId() : null;
        return new Told(eventId, event.type(), event.source(), at, traceId, event.data());
    }

    /** A partner may be in any trace; the request's own is known by its id. */
    private static Told inItsTrace(Told told, RequestId request) {
        return RequestTrace.of(request).traceId().equals(told.traceId())
                ? told
                : new Told(told.eventId(), told.type(), told.source(), told.at(), null, told.data());
    }
}
