package dev.callsheet.router.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.corridor.trace.ChosenIds;
import dev.callsheet.corridor.trace.Processing;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Has each request routed in its own trace. A record from the REST door is in it already; any other begins it here, with
 * a link to the trace that its producer named.
 */
@Singleton
final class RequestSpans {
    /** A producer's clock that is further off says nothing. */
    private static final Duration OLDEST = Duration.ofDays(1);

    private final Processing processing;

    RequestSpans(Processing processing) {
        this.processing = processing;
    }

    /** Of a record's routing, which begins now. */
    Span begin(
            ConsumerRecord<byte[], byte[]> kafkaRecord,
            CloudEvent event,
            TenantId tenant,
            RequestId request,
            Instant now) {
        RequestTrace trace = RequestTrace.of(request);
        SpanContext sender = Processing.sender(kafkaRecord, event);
        SpanContext parent = trace.has(sender) ? sender : root(kafkaRecord, event, tenant, request, now);
        return marked(processing.named("process", kafkaRecord, event), Room.ROUTING, tenant, request)
                .setParent(RequestTrace.within(parent))
                .setAttribute(TraceNames.WAITED, Processing.waited(kafkaRecord, now))
                .startSpan();
    }

    /** From when the record was written until we have it. */
    private SpanContext root(
            ConsumerRecord<byte[], byte[]> kafkaRecord,
            CloudEvent event,
            TenantId tenant,
            RequestId request,
            Instant now) {
        Instant written = Instant.ofEpochMilli(kafkaRecord.timestamp());
        boolean credible = !written.isAfter(now) && written.isAfter(now.minus(OLDEST));
        SpanBuilder received = processing
                .named("receive", kafkaRecord, event)
                .setNoParent()
                .setStartTimestamp(credible ? written : now)
                .setAttribute(TraceNames.DOOR, "kafka");
        SpanBuilder linked = Processing.linked(received, Processing.sender(kafkaRecord, event));
        Span root = ChosenIds.start(
                marked(linked, Room.DOOR, tenant, request),
                RequestTrace.of(request).root());
        root.end(now);
        return root.getSpanContext();
    }

    private static SpanBuilder marked(SpanBuilder span, Room room, TenantId tenant, RequestId request) {
        return span.setAttribute(TraceNames.ROOM, room.word())
                .setAttribute(TraceNames.TENANT, tenant.value())
                .setAttribute(TraceNames.REQUEST, request.toString());
    }

    /** Notes what a request has become. */
    static void decided(Span span, Decision decision) {
        span.setAttribute(TraceNames.RULE, decision.rule());
        if (decision.route() != null) {
            span.setAttribute(TraceNames.ROUTE, decision.route().wire());
            return;
        }
        String codes =
                decision.conflicts().stream().map(Violation::code).distinct().collect(Collectors.joining(","));
        span.setAttribute(TraceNames.ROUTE, "reject");
        span.setAttribute(TraceNames.CODES, codes);
        span.setAttribute(TraceNames.ERROR_TYPE, codes);
        span.setStatus(StatusCode.ERROR, "refused");
    }
}
