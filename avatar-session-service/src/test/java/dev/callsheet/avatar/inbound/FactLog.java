package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The facts' topic from its begin. */
final class FactLog implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final KafkaConsumer<byte[], byte[]> consumer;

    FactLog(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The types of the facts with this key in order, once there are so many or time is up. */
    List<String> typesAbout(String key, int count) {
        var types = new ArrayList<String>();
        read((found, type) -> {
            if (key.equals(new String(found.key(), StandardCharsets.UTF_8))) {
                types.add(type);
            }
            return types.size() >= count;
        });
        return types;
    }

    private interface Reader {
        /** True once it has seen enough. */
        boolean see(ConsumerRecord<byte[], byte[]> found, String type);
    }

    private void read(Reader reader) {
        var partitions = consumer.partitionsFor(Topics.FACTS).stream()
                .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        boolean enough = false;
        Instant end = Instant.now().plus(LIMIT);
        while (!enough && Instant.now().isBefore(end)) {
            for (var found : consumer.poll(Duration.ofMillis(200))) {
                String type = new String(found.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                enough |= reader.see(found, type);
            }
        }
    }

    /** The facts of one type with this key in order, once there are so many or time is up. */
    List<JsonNode> told(String key, String type, int count) {
        var told = new ArrayList<JsonNode>();
        read((found, is) -> {
            if (is.equals(type) && key.equals(new String(found.key(), StandardCharsets.UTF_8))) {
                told.add(Json.read(found.value()));
            }
            return told.size() >= count;
        });
        return told;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
