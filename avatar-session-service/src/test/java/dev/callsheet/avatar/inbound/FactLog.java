package dev.callsheet.avatar.inbound;

import dev.callsheet.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var partitions = consumer.partitionsFor(Topics.FACTS).stream()
                .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var types = new ArrayList<String>();
        Instant end = Instant.now().plus(LIMIT);
        while (types.size() < count && Instant.now().isBefore(end)) {
            consumer.poll(Duration.ofMillis(200)).forEach(found -> {
                if (key.equals(new String(found.key(), StandardCharsets.UTF_8))) {
                    types.add(new String(found.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                }
            });
        }
        return types;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
