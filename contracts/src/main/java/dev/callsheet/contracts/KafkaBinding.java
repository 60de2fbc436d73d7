package dev.callsheet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents on Kafka, version 1.0.2 of the protocol binding: binary mode out; binary and structured mode in.
 * Headers are plain name-to-bytes maps, so that no Kafka client is needed here.
 */
public final class KafkaBinding {
    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String STRUCTURED = "application/cloudevents";

    private KafkaBinding() {}

    /** A record's headers and value. */
    public record Encoded(Map<String, byte[]> headers, byte[] value) {}

    /** Binary mode: attributes as headers, data as value. */
    public static Encoded write(CloudEvent event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, "specversion", "1.0");
        put(headers, "id", event.id());
        put(headers, "source", event.source());
        put(headers, "type", event.type());
        put(headers, "subject", event.subject());
        put(headers, "time", event.time() == null ? null : event.time().toString());
        event.extensions().forEach((name, value) -> put(headers, name, value));
        headers.put(CONTENT_TYPE, utf8("application/json"));
        return new Encoded(headers, event.data());
    }

    /**
     * Reads either mode, by the content type.
     *
     * @throws UnreadableEvent if a required attribute is missing or the value has not the announced form
     */
    public static CloudEvent read(Map<String, byte[]> headers, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new UnreadableEvent("event.empty", "the record has no value; expected a CloudEvent with JSON data");
        }
        String contentType = text(headers.get(CONTENT_TYPE));
        if (contentType != null && contentType.startsWith(STRUCTURED)) {
            return structured(value);
        }
        Map<String, String> attributes = new HashMap<>();
        headers.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return assemble(attributes, value);
    }

    private static CloudEvent structured(byte[] value) {
        JsonNode envelope = Json.read(value);
        if (!envelope.isObject()) {
            throw new UnreadableEvent("event.envelope", "found " + envelope.getNodeType() + "; expected an object");
        }
        Map<String, String> attributes = new HashMap<>();
        byte[] data = null;
        for (Map.Entry<String, JsonNode> field : envelope.properties()) {
            switch (field.getKey()) {
                case "data" -> data = Json.write(field.getValue());
                case "data_base64" -> data = base64(field.getValue().asText());
                default -> attributes.put(field.getKey(), field.getValue().asText());
            }
        }
        if (data == null) {
            throw new UnreadableEvent("event.data", "field 'data': missing; expected a JSON value");
        }
        return assemble(attributes, data);
    }

    private static CloudEvent assemble(Map<String, String> attributes, byte[] data) {
        String version = required(attributes, "specversion");
        if (!version.equals("1.0")) {
            throw new UnreadableEvent(
                    "event.specversion", "attribute 'specversion': found '" + version + "'; allowed is '1.0'");
        }
        String contentType = attributes.remove("datacontenttype");
        if (contentType != null && !contentType.contains("json")) {
            throw new UnreadableEvent(
                    "event.datacontenttype",
                    "attribute 'datacontenttype': found '" + contentType + "'; allowed is 'application/json'");
        }
        String id = required(attributes, "id");
        String source = required(attributes, "source");
        String type = required(attributes, "type");
        String subject = attributes.remove("subject");
        Instant time = time(attributes.remove("time"));
        return new CloudEvent(id, source, type, subject, time, attributes, data);
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.remove(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent(
                    "event.attribute", "attribute '" + name + "': missing; CloudEvents 1.0 requires it");
        }
        return value;
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent("event.time", "attribute 'time': found '" + text + "'; expected RFC 3339");
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("event.data", "field 'data_base64': not base64");
        }
    }

    private static void put(Map<String, byte[]> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(PREFIX + name, utf8(value));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
