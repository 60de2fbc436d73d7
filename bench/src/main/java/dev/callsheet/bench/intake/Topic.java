package dev.callsheet.bench.intake;

import dev.callsheet.bench.load.Posts;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The tenant's topic, as the measure of what was really taken in. */
record Topic(String bootstrapServers, Admin admin, TenantId tenant) {
    private static final int PARTITIONS = 6;

    /** What is wrong with what stands there: each accepted request must be there once, and nothing else. */
    List<String> faults(String label, Posts posts, int count) {
        Set<UUID> missing = new HashSet<>();
        for (long n = 0; n < count; n++) {
            missing.add(RequestId.ofKey(tenant, posts.key(n)).value());
        }
        int more = 0;
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            reader.seekToBeginning(partitions());
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions());
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> kafkaRecord : reader.poll(Duration.ofMillis(100))) {
                    String key = new String(kafkaRecord.key(), StandardCharsets.UTF_8);
                    more += missing.remove(UUID.fromString(key)) ? 0 : 1;
                }
            }
        }
        return missing.isEmpty() && more == 0
                ? List.of()
                : List.of(label + ": of " + count + " accepted requests " + missing.size() + " are not on the topic; "
                        + more + " came twice or were not asked for");
    }

    /** Makes room. */
    void empty() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            admin.deleteRecords(reader.endOffsets(partitions()).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic cannot be emptied", e.getCause());
        }
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        var reader = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "max.poll.records", 5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(partitions());
        return reader;
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            all.add(new TopicPartition(Topics.requests(tenant), i));
        }
        return all;
    }
}
