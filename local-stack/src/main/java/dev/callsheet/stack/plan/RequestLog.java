package dev.callsheet.stack.plan;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The requests of all tenants as they stand on Kafka. Reading them moves nobody's offset. */
public final class RequestLog {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final String bootstrapServers;

    public RequestLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Who takes a request. */
    @FunctionalInterface
    public interface Reader {
        void read(TenantId tenant, CloudEvent event, Instant time);
    }

    /**
     * Reads everything since a time, up to what stands there now.
     *
     * @return how many records were no events
     * @throws StackFailure if the broker does not answer
     */
    public int since(Instant begin, Reader reader) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, begin, reader);
        } catch (KafkaException e) {
            throw new StackFailure("Kafka at " + bootstrapServers + " does not answer: " + e.getMessage(), e);
        }
    }

    private static int read(KafkaConsumer<byte[], byte[]> consumer, Instant begin, Reader reader) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.listTopics().forEach((topic, infos) -> {
            if (Topics.REQUESTS.matcher(topic).matches()) {
                infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
        });
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, begin.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(times);
        partitions.forEach(partition -> {
            OffsetAndTimestamp from = begins.get(partition);
            consumer.seek(partition, from == null ? ends.getOrDefault(partition, 0L) : from.offset());
        });
        int unreadable = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                unreadable += read(letter, reader) ? 0 : 1;
            }
        }
        return unreadable;
    }

    private static boolean read(ConsumerRecord<byte[], byte[]> letter, Reader reader) {
        Map<String, byte[]> headers = new HashMap<>();
        letter.headers().forEach(header -> headers.put(header.key(), header.value()));
        try {
            CloudEvent event = KafkaBinding.read(headers, letter.value());
            Topics.tenantOf(letter.topic())
                    .ifPresent(tenant -> reader.read(tenant, event, Instant.ofEpochMilli(letter.timestamp())));
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }
}
