package dev.callsheet.e2e;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A partner's bare Kafka clients. */
record PartnerTopics(String brokers) {

    void send(String topic, byte[] value, Map<String, byte[]> headers) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<byte[], byte[]>(topic, null, value);
            headers.forEach(message.headers()::add);
            producer.send(message).get();
        }
    }

    void request(String topic, String source, String id, String body) throws ExecutionException, InterruptedException {
        KafkaBinding.Encoded encoded = KafkaBinding.write(new CloudEvent(
                id, source, VideoRequest.TYPE, null, Instant.now(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        send(topic, encoded.value(), encoded.headers());
    }

    /** Everything on a topic so far. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int quiet = 0; quiet < 4; ) {
                var polled = consumer.poll(Duration.ofMillis(500));
                polled.forEach(records::add);
                quiet = polled.isEmpty() && !consumer.assignment().isEmpty() ? quiet + 1 : 0;
            }
            return records;
        }
    }
}
