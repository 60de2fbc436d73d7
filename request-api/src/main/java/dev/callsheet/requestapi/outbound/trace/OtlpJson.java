package dev.callsheet.requestapi.outbound.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.corridor.trace.TraceNames;
import dev.callsheet.requestapi.domain.trace.Bar;
import io.opentelemetry.api.common.AttributeKey;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trace in OTLP JSON, as Tempo answers it: {@code trace.resourceSpans} from {@code /api/v2/traces/<id>},
 * {@code batches} from the older {@code /api/traces/<id>}. Ids are hexadecimal or, as Tempo writes them, Base64. Of the
 * attributes only those are read that hold codes, ids and numbers.
 */
final class OtlpJson {
    private static final int SPAN_ID_HEX = 16;
    private static final long NANOS = 1_000_000_000;
    private static final String NO_PARENT = "0000000000000000";

    private OtlpJson() {}

    static List<Bar> bars(JsonNode answer) {
        List<Bar> bars = new ArrayList<>();
        Stream.of(answer.at("/trace/resourceSpans"), answer.path("resourceSpans"), answer.path("batches"))
                .forEach(resources -> resources.forEach(resource -> {
                    String service =
                            attributes(resource.at("/resource/attributes")).getOrDefault("service.name", "unknown");
                    resource.path("scopeSpans")
                            .forEach(scope -> scope.path("spans").forEach(span -> bars.add(bar(service, span))));
                }));
        return bars;
    }

    private static Bar bar(String service, JsonNode span) {
        Map<String, String> attributes = attributes(span.path("attributes"));
        Instant from = time(span.path("startTimeUnixNano"));
        String parent = id(span.path("parentSpanId").asText(""));
        List<Bar.Moment> moments = new ArrayList<>();
        span.path("events")
                .forEach(event ->
                        moments.add(new Bar.Moment(event.path("name").asText(), time(event.path("timeUnixNano")))));
        String code = span.at("/status/code").asText("");
        return new Bar(
                id(span.path("spanId").asText()),
                parent.isEmpty() || parent.equals(NO_PARENT) ? null : parent,
                service,
                span.path("name").asText(),
                text(attributes, TraceNames.ROOM).orElse("other"),
                from,
                Duration.between(from, time(span.path("endTimeUnixNano"))),
                code.equals("STATUS_CODE_ERROR") || code.equals("2"),
                what(attributes),
                text(attributes, TraceNames.ATTEMPT).map(Integer::valueOf).orElse(null),
                text(attributes, TraceNames.WAITED).map(Long::valueOf).orElse(null),
                moments);
    }

    private static @Nullable String what(Map<String, String> attributes) {
        String said = Stream.of(
                        text(attributes, TraceNames.DOOR).map(door -> "by " + door),
                        text(attributes, TraceNames.ROUTE),
                        text(attributes, TraceNames.RULE),
                        text(attributes, TraceNames.ATTEMPT).map(attempt -> "take " + attempt),
                        text(attributes, TraceNames.GEN_AI_MODEL),
                        text(attributes, TraceNames.OUTCOME),
                        text(attributes, TraceNames.VERDICT),
                        text(attributes, TraceNames.EVENT_TYPE).map(OtlpJson::event),
                        text(attributes, TraceNames.HTTP_STATUS),
                        text(attributes, TraceNames.ERROR_TYPE))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    private static String event(String type) {
        return type.replaceFirst("^dev\\.callsheet\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    private static Optional<String> text(Map<String, String> attributes, AttributeKey<?> name) {
        return Optional.ofNullable(attributes.get(name.getKey()));
    }

    private static Map<String, String> attributes(JsonNode list) {
        Map<String, String> attributes = new HashMap<>();
        list.forEach(one -> {
            JsonNode value = one.path("value");
            for (String kind : List.of("stringValue", "intValue", "doubleValue", "boolValue")) {
                if (value.has(kind)) {
                    attributes.put(one.path("key").asText(), value.path(kind).asText());
                }
            }
        });
        return attributes;
    }

    /** Nanoseconds since 1970, as a number or as a text. */
    private static Instant time(JsonNode nanos) {
        BigInteger all = new BigInteger(nanos.asText("0"));
        long value = all.longValueExact();
        return Instant.ofEpochSecond(value / NANOS, value % NANOS);
    }

    private static String id(String text) {
        return text.isEmpty() || text.length() == SPAN_ID_HEX
                ? text
                : HexFormat.of().formatHex(Base64.getDecoder().decode(text));
    }
}
