package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the topics: partners who ask, services that tell, and one who reads the requests. */
final class Corridor implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    Corridor(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of("callsheet.requests.demo"));
    }

    /** Asks as a partner's producer does; returns the request's id. */
    String ask(String tenant, String eventId, String body) {
        var event = new CloudEvent(
                eventId, "/shop", VideoRequest.TYPE, null, null, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        TenantId owner = new TenantId(tenant);
        send(Topics.requests(owner), "any", event);
        return RequestId.ofEvent(owner, "/shop", eventId).toString();
    }

    void tell(Fact fact) {
        send(Topics.FACTS, fact.aggregate().toString(), fact.event("/test", Instant.now()));
    }

    List<ConsumerRecord<byte[], byte[]>> requests(String requestId) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen.stream()
                .filter(kafkaRecord -> header(kafkaRecord, "ce_subject").equals(requestId))
                .toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> kafkaRecord, String name) {
        var header = kafkaRecord.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void send(String topic, String key, CloudEvent event) {
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        producer.send(kafkaRecord);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
