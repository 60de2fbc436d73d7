package dev.callsheet.corridor.trace;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The span of a record's handling. Thread-safe. */
@Singleton
public final class Processing {
    private final Tracer tracer;
    private final Groups groups;

    Processing(OpenTelemetry openTelemetry, Groups groups) {
        this.tracer = TraceNames.tracer(openTelemetry);
        this.groups = groups;
    }

    /**
     * A span for a record of the house's own topics: it goes on in the trace that the record came in. What stands on a
     * tenant's topic was written by anybody: that is linked to only.
     */
    public SpanBuilder of(ConsumerRecord<byte[], byte[]> kafkaRecord, CloudEvent event) {
        SpanContext sender = sender(kafkaRecord, event);
        SpanBuilder span = named("process", kafkaRecord, event);
        return Topics.tenantOf(kafkaRecord.topic()).isPresent()
                ? linked(span.setNoParent(), sender)
                : span.setParent(RequestTrace.within(sender));
    }

    /** A span for a record, without a parent or a link yet. @param operation {@code receive} or {@code process} */
    public SpanBuilder named(String operation, ConsumerRecord<byte[], byte[]> kafkaRecord, CloudEvent event) {
        String subject = event.subject();
        SpanBuilder span = tracer.spanBuilder(operation + " " + Topics.withoutTenant(kafkaRecord.topic()))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(TraceNames.MESSAGING_SYSTEM, "kafka")
                .setAttribute(TraceNames.MESSAGING_DESTINATION, kafkaRecord.topic())
                .setAttribute(TraceNames.MESSAGING_PARTITION, Integer.toString(kafkaRecord.partition()))
                .setAttribute(TraceNames.KAFKA_OFFSET, kafkaRecord.offset())
                .setAttribute(TraceNames.MESSAGING_GROUP, groups.of(kafkaRecord.topic()))
                .setAttribute(TraceNames.MESSAGING_OPERATION, operation)
                .setAttribute(TraceNames.MESSAGING_OPERATION_TYPE, operation)
                .setAttribute(TraceNames.MESSAGING_MESSAGE, event.id())
                .setAttribute(TraceNames.EVENT_TYPE, event.type());
        return subject == null ? span : span.setAttribute(TraceNames.MESSAGING_CONVERSATION, subject);
    }

    /** How long a record lay in its topic, in ms; 0 if its producer's clock is ahead of ours. */
    public static long waited(ConsumerRecord<byte[], byte[]> kafkaRecord, Instant now) {
        return kafkaRecord.timestamp() <= 0 ? 0 : Math.max(0, now.toEpochMilli() - kafkaRecord.timestamp());
    }

    /** The span that has sent a record, by its transport's header, or else the one that the event was born in. */
    public static SpanContext sender(ConsumerRecord<byte[], byte[]> kafkaRecord, CloudEvent event) {
        Header header = kafkaRecord.headers().lastHeader(CloudEvent.TRACEPARENT);
        SpanContext transport = header == null || header.value() == null
                ? SpanContext.getInvalid()
                : Traces.parse(new String(header.value(), StandardCharsets.UTF_8));
        return transport.isValid() ? transport : Traces.parse(event.extensions().get(CloudEvent.TRACEPARENT));
    }

    /** The span with a link to where it comes from, if that is known. */
    public static SpanBuilder linked(SpanBuilder span, SpanContext origin) {
        return origin.isValid() ? span.addLink(origin) : span;
    }
}
