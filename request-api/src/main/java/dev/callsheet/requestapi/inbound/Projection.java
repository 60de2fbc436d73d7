package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.Passing;
import dev.callsheet.requestapi.domain.Told;
import dev.callsheet.requestapi.outbound.RequestStore;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The two topics that the tables are made from. Each record is read, recorded once, and told to those who wait. */
@ApplicationScoped
class Projection {
    private static final Logger LOG = Logger.getLogger(Projection.class);

    private final IncomingEvents incoming;
    private final RequestStore store;
    private final Arrivals arrivals;
    private final Patience patience;

    Projection(IncomingEvents incoming, RequestStore store, Arrivals arrivals, Patience patience) {
        this.incoming = incoming;
        this.store = store;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /** A request, from either door. What the router cannot read it puts aside; here it is passed over. */
    @Incoming("requests")
    @Blocking
    void request(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        patience.until(() -> {
            try {
                CloudEvent event = IncomingEvents.read(kafkaRecord);
                Optional<TenantId> tenant = Topics.tenantOf(kafkaRecord.topic());
                if (tenant.isPresent() && VideoRequest.TYPE.equals(event.type())) {
                    Json.read(event.data());
                    asked(tenant.get(), event, kafkaRecord);
                }
            } catch (UnreadableEvent e) {
                LOG.debugf("passed over: %s", e.getMessage());
            } catch (RuntimeException e) {
                if (Passing.is(e)) {
                    throw e;
                }
                LOG.errorf(
                        e,
                        "record %s-%d@%d cannot be recorded",
                        kafkaRecord.topic(),
                        kafkaRecord.partition(),
                        kafkaRecord.offset());
            }
        });
    }

    /** A fact, from whoever owns it. */
    @Incoming("facts")
    @Blocking
    void fact(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        patience.until(() -> incoming.handle(kafkaRecord, event -> {
            Fact fact = FactTypes.read(event);
            store.happened(fact, told(event.id(), event, kafkaRecord)).ifPresent(arrivals::ring);
        }));
    }

    private void asked(TenantId tenant, CloudEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        RequestId requestId = RequestIdentity.of(tenant, event);
        String eventId = DerivedId.of("requested", requestId.toString()).toString();
        store.asked(requestId, tenant, told(eventId, event, kafkaRecord)).ifPresent(arrivals::ring);
    }

    private static Told told(String eventId, CloudEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Instant at = event.time() == null ? Instant.ofEpochMilli(kafkaRecord.timestamp()) : event.time();
        return new Told(eventId, event.type(), event.source(), at, traceId(event, kafkaRecord), event.data());
    }

    private static @Nullable String traceId(CloudEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Header header = kafkaRecord.headers().lastHeader(CloudEvent.TRACEPARENT);
        String parent = header == null
                ? event.extensions().get(CloudEvent.TRACEPARENT)
                : new String(header.value(), StandardCharsets.UTF_8);
        String[] parts = parent == null ? new String[0] : parent.split("-");
        return parts.length == 4 && parts[1].length() == 32 ? parts[1] : null;
    }
}
