package dev.callsheet.stack.operators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside.
 *
 * @param topic where it came from
 * @param type of its event; null if it is none
 * @param request that it is about; null if it names none
 * @param unreadable why it is no event; null if it is one
 * @param why the code and reason with which it was put aside
 */
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> found,
        String topic,
        @Nullable String type,
        @Nullable RequestId request,
        @Nullable String unreadable,
        String why) {
    private static final String MARK = "dlq-";

    /** Reads a record of a dead-letter topic. */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> found) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : found.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        String topic = found.topic().substring(0, found.topic().length() - Topics.DLQ_SUFFIX.length());
        String why = text(headers, MARK + "code") + ": " + text(headers, MARK + "reason");
        try {
            CloudEvent event = KafkaBinding.read(headers, found.value());
            JsonNode data = Json.read(event.data());
            return new DeadLetter(found, topic, event.type(), request(topic, event, data), null, why);
        } catch (UnreadableEvent e) {
            return new DeadLetter(found, topic, null, null, e.code() + ": " + e.getMessage(), why);
        }
    }

    private static @Nullable RequestId request(String topic, CloudEvent event, JsonNode data) {
        Optional<TenantId> tenant =
                topic.startsWith(Topics.REQUESTS_PREFIX) ? Topics.tenantOf(topic) : Optional.empty();
        if (tenant.isPresent()) {
            return RequestIdentity.of(tenant.get(), event);
        }
        try {
            return RequestId.parse(data.path("requestId").asText(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(Map<String, byte[]> headers, String name) {
        byte[] value = headers.get(name);
        return value == null ? "?" : new String(value, StandardCharsets.UTF_8);
    }

    /** The record as it came in the first place, for its own topic. */
    ProducerRecord<byte[], byte[]> again() {
        var again = new ProducerRecord<>(topic, found.key(), found.value());
        for (Header header : found.headers()) {
            if (!header.key().startsWith(MARK)) {
                again.headers().add(header);
            }
        }
        return again;
    }

    /** Where it lies and what it is, in words. */
    String words() {
        String key = found.key() == null ? "no key" : "key " + new String(found.key(), StandardCharsets.UTF_8);
        return found.topic() + "-" + found.partition() + "@" + found.offset() + "  " + key + "  "
                + (type == null ? "no event" : type) + "  " + why;
    }
}
