package dev.callsheet.corridor;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.metrics.KafkaClients;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The one way out: CloudEvents in binary mode, acked by all replicas, the trace in the headers. Thread-safe. */
@ApplicationScoped
public class EventPublisher {
    private static final String TRACEPARENT = "traceparent";

    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("event_type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("destination");

    private final KafkaProducer<byte[], byte[]> producer;
    private final Tracer tracer;
    private final LongCounter sent;
    /** One for each pair of type and topic that was sent: as many as there are topics, times a few. */
    private final Map<Label, Attributes> labels = new ConcurrentHashMap<>();

    private record Label(String type, String topic) {}

    EventPublisher(KafkaConnection connection, KafkaClients clients, OpenTelemetry openTelemetry) {
        Map<String, Object> config = connection.with(ProducerConfig.configNames());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        clients.watch(producer);
        this.tracer = TraceNames.tracer(openTelemetry);
        this.sent = openTelemetry
                .getMeter("callsheet")
                .counterBuilder("callsheet.events.sent")
                .setDescription("Events that the broker has acknowledged")
                .build();
    }

    /** Sends and waits for the ack. @throws PublishFailed if the broker did not take it in time; it may be sent again */
    public void publish(String topic, String key, CloudEvent event) {
        try {
            send(topic, key, event).join();
        } catch (CompletionException e) {
            throw new PublishFailed(topic, e.getCause());
        }
    }

    /** Sends; the future ends with the broker's ack. An event without a traceparent takes the current span's. */
    public CompletableFuture<Void> send(String topic, String key, CloudEvent event) {
        return send(topic, key, event, 0);
    }

    /** The same for an event that has waited for it. @param waitedMs in its outbox */
    CompletableFuture<Void> send(String topic, String key, CloudEvent event, long waitedMs) {
        String origin = event.extensions().get(CloudEvent.TRACEPARENT);
        Span span = tracer.spanBuilder("send " + Topics.withoutTenant(topic))
                .setParent(origin == null ? Context.current() : Traces.from(origin))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(TraceNames.ROOM, Room.OUTBOX.word())
                .setAttribute(TraceNames.MESSAGING_SYSTEM, "kafka")
                .setAttribute(TraceNames.MESSAGING_DESTINATION, topic)
                .setAttribute(TraceNames.MESSAGING_OPERATION, "send")
                .setAttribute(TraceNames.MESSAGING_OPERATION_TYPE, "send")
                .setAttribute(TraceNames.MESSAGING_CONVERSATION, event.subject() == null ? key : event.subject())
                .setAttribute(TraceNames.MESSAGING_MESSAGE, event.id())
                .setAttribute(TraceNames.EVENT_TYPE, event.type())
                .startSpan();
        if (waitedMs > 0) {
            span.setAttribute(TraceNames.WAITED, waitedMs);
        }
        String traceparent = Traces.text(span.getSpanContext());
        CloudEvent traced = origin == null && traceparent != null ? event.with(TRACEPARENT, traceparent) : event;
        KafkaBinding.Encoded encoded = KafkaBinding.write(traced);
        var kafkaRecord = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        if (traceparent != null) {
            kafkaRecord.headers().add(TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        Attributes counted = labels.computeIfAbsent(
                new Label(event.type(), topic),
                label -> Attributes.of(EVENT_TYPE, label.type(), DESTINATION, Topics.withoutTenant(label.topic())));
        return acked(kafkaRecord, span).thenRun(() -> sent.add(1, counted));
    }

    /** Sends what was handed over until now without lingering, and waits until each has its ack or has failed. */
    public void flush() {
        producer.flush();
    }

    /** Sends a record as it is; the future ends with the broker's ack. */
    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> kafkaRecord) {
        return acked(kafkaRecord, Span.getInvalid());
    }

    private CompletableFuture<Void> acked(ProducerRecord<byte[], byte[]> kafkaRecord, Span span) {
        CompletableFuture<Void> ack = new CompletableFuture<>();
        try {
            producer.send(kafkaRecord, (metadata, failure) -> {
                if (failure == null) {
                    span.setAttribute(TraceNames.MESSAGING_PARTITION, Integer.toString(metadata.partition()));
                    span.setAttribute(TraceNames.KAFKA_OFFSET, metadata.offset());
                    ack.complete(null);
                } else {
                    span.setAttribute(TraceNames.ERROR_TYPE, failure.getClass().getSimpleName());
                    span.setStatus(StatusCode.ERROR);
                    ack.completeExceptionally(failure);
                }
                span.end();
            });
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            span.end();
            ack.completeExceptionally(e);
        }
        return ack;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
