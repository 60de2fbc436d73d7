package dev.callsheet.stack.traces;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the protobuf form of the OpenTelemetry protocol (opentelemetry.io/docs/specs/otlp). */
final class Otlp {
    private Otlp() {}

    /** @throws InvalidProtocolBufferException if it is not an export of traces */
    static List<SpanLine> spans(byte[] export) throws InvalidProtocolBufferException {
        return ExportTraceServiceRequest.parseFrom(export).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream()
                                .map(span -> line(service(resource), scope.getSchemaUrl(), span))))
                .toList();
    }

    private static SpanLine line(String service, String schema, Span span) {
        return new SpanLine(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()),
                service,
                schema.isEmpty() ? null : schema,
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()),
                span.getEventsList().stream()
                        .map(event -> new SpanLine.Event(event.getName(), event.getTimeUnixNano()))
                        .toList(),
                span.getLinksList().stream().map(link -> hex(link.getTraceId())).toList());
    }

    private static String service(ResourceSpans resource) {
        return attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "unknown");
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(KeyValue::getKey, each -> text(each.getValue()), (first, second) -> second));
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, VALUE_NOT_SET -> value.toString();
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
