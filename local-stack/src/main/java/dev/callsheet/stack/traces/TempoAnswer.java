package dev.callsheet.stack.traces;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Json;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A trace as Tempo answers {@code GET /api/v2/traces/<id>} in JSON: OTLP by resource, ids in Base64. */
record TempoAnswer(List<SpanLine> spans) {

    ObjectNode json() {
        Map<String, ArrayNode> services = new LinkedHashMap<>();
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode resources = answer.putObject("trace").putArray("resourceSpans");
        for (SpanLine span : spans) {
            services.computeIfAbsent(span.service(), service -> resource(resources, service))
                    .add(span(span));
        }
        return answer;
    }

    private static ArrayNode resource(ArrayNode resources, String service) {
        ObjectNode resource = resources.addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", service);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "callsheet");
        return scope.putArray("spans");
    }

    private static ObjectNode span(SpanLine span) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("traceId", base64(span.traceId()));
        json.put("spanId", base64(span.spanId()));
        if (span.parentId() != null) {
            json.put("parentSpanId", base64(span.parentId()));
        }
        json.put("name", span.name());
        json.put("kind", "SPAN_KIND_" + span.kind().toUpperCase(Locale.ROOT));
        json.put("startTimeUnixNano", Long.toString(span.startNanos()));
        json.put("endTimeUnixNano", Long.toString(span.endNanos()));
        ArrayNode attributes = json.putArray("attributes");
        span.attributes().forEach((key, value) -> attribute(attributes, key, value));
        ArrayNode events = json.putArray("events");
        span.events()
                .forEach(event -> events.addObject()
                        .put("name", event.name())
                        .put("timeUnixNano", Long.toString(event.atNanos())));
        ObjectNode status = json.putObject("status");
        if (span.failed()) {
            status.put("code", "STATUS_CODE_ERROR");
        }
        return json;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
