package dev.callsheet.chaos.gather;

import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of facts from its first record to its last. */
final class FactLog {
    private FactLog() {}

    static List<Told> read(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", "60000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FACTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Told> facts = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(found -> facts.add(told(found)));
            }
            return facts;
        }
    }

    private static Told told(ConsumerRecord<byte[], byte[]> found) {
        Map<String, byte[]> headers = new HashMap<>();
        found.headers().forEach(header -> headers.put(header.key(), header.value()));
        CloudEvent event = KafkaBinding.read(headers, found.value());
        return new Told(found.partition(), event.id(), FactTypes.read(event));
    }
}
