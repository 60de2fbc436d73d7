package dev.callsheet.scorer.inbound;

import static org.awaitility.Awaitility.await;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.identity.Photographs;
import dev.callsheet.stack.ObjectStoreClient;
import dev.callsheet.stack.ObjectStoreKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the scorer's doors: puts work on its topic, reads its facts, looks into the store. */
final class Bench implements AutoCloseable {
    static final TenantId DEMO = new TenantId("demo");
    private static final String BUCKET = "s3://callsheet/";

    private final ObjectStoreClient store;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    Bench(String bootstrapServers, int storePort) {
        store = new ObjectStoreClient(ObjectStoreKeys.local(storePort));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.FACTS, Topics.deadLetters(Topics.WORK_SCORING)));
    }

    /** Stores a file; gives its address. */
    String put(String key, String type, byte[] content) {
        return store.put(key, type, content);
    }

    byte[] get(String address) {
        return store.get(address.substring(BUCKET.length()));
    }

    void send(String type, byte[] data) {
        var event = new CloudEvent(UUID.randomUUID().toString(), "/test", type, null, null, Map.of(), data);
        var encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<byte[], byte[]>(Topics.WORK_SCORING, null, encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        producer.send(kafkaRecord);
        producer.flush();
    }

    /** The last fact of this kind that fits, as soon as there is one. */
    <T extends Fact> T fact(Class<T> kind, Predicate<T> fits) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> records().stream()
                                .filter(told -> told.topic().equals(Topics.FACTS))
                                .map(told -> FactTypes.read(IncomingEvents.read(told)))
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .filter(fits)
                                .toList(),
                        facts -> !facts.isEmpty())
                .getLast();
    }

    /** All records that came out until now. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    static byte[] png(String id) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(Photographs.image(id), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        store.close();
    }
}
