package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.ChosenIds;
import dev.callsheet.corridor.trace.PartnersTrace;
import dev.callsheet.corridor.trace.Processing;
import dev.callsheet.corridor.trace.RequestTrace;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The first span of a request that came by REST, and the last of each: we have learnt of its end. */
@Singleton
final class RequestSpans {
    private static final Set<String> ENDS = Stream.of(
                    Fact.RequestCompleted.class,
                    Fact.RequestFailed.class,
                    Fact.RequestCancelled.class,
                    Fact.RequestRejected.class,
                    Fact.RequestSplit.class,
                    Fact.SessionEnded.class)
            .map(FactTypes::typeOf)
            .collect(Collectors.toUnmodifiableSet());
    /** What is older is read again for a rebuild, and was shown in its time. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private final Tracer tracer;
    private final Processing processing;

    RequestSpans(OpenTelemetry openTelemetry, Processing processing) {
        this.tracer = TraceNames.tracer(openTelemetry);
        this.processing = processing;
    }

    /** Begins a request's trace. @param caller the call that brings it, and the trace that its partner named */
    Span accepted(RequestId request, TenantId tenant, Context caller) {
        SpanBuilder root = tracer.spanBuilder("accept request")
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(TraceNames.ROOM, Room.DOOR.word())
                .setAttribute(TraceNames.DOOR, "rest")
                .setAttribute(TraceNames.REQUEST, request.toString())
                .setAttribute(TraceNames.TENANT, tenant.value());
        Processing.linked(root, Span.fromContext(caller).getSpanContext());
        Processing.linked(root, PartnersTrace.origin(caller));
        return ChosenIds.start(root, RequestTrace.of(request).root());
    }

    /** Shows that a record is in the tables, if it is the last word on something. */
    void recorded(ConsumerRecord<byte[], byte[]> kafkaRecord, String type, Instant began) {
        Instant now = Instant.now();
        if (ENDS.contains(type) && Instant.ofEpochMilli(kafkaRecord.timestamp()).isAfter(now.minus(OLDEST))) {
            processing
                    .of(kafkaRecord, IncomingEvents.read(kafkaRecord))
                    .setAttribute(TraceNames.ROOM, Room.PROJECTION.word())
                    .setAttribute(TraceNames.WAITED, Processing.waited(kafkaRecord, began))
                    .setStartTimestamp(began)
                    .startSpan()
                    .end(now);
        }
    }
}
