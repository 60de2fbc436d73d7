package dev.callsheet.bench.load;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A partner's producer: numbered requests, each findable again by the id that the house derives for it. */
public final class RequestLog implements AutoCloseable {
    private static final String SOURCE = "/bench";

    private final TenantId tenant;
    private final RequestMix mix;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Instant born = Instant.now();

    public RequestLog(String bootstrapServers, TenantId tenant, RequestMix mix) {
        this.tenant = tenant;
        this.mix = mix;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        "1",
                        "batch.size",
                        Integer.toString(64 * 1024),
                        "buffer.memory",
                        Long.toString(64L << 20)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the next requests, as fast as the broker takes them; all are acknowledged when it returns. */
    public void preload(int count) {
        for (int i = 0; i < count; i++) {
            send(next());
        }
        flush();
    }

    /** A request that is ready to be sent. @param number counts from 0 */
    public record Ready(int number, ProducerRecord<byte[], byte[]> kafkaRecord) {}

    /** Numbers and encodes the next request. Only one thread may do so. */
    public Ready next() {
        int number = numbers.size();
        var event =
                new CloudEvent("bench-" + number, SOURCE, VideoRequest.TYPE, null, born, Map.of(), mix.body(number));
        UUID id = RequestIdentity.of(tenant, event).value();
        numbers.put(id, number);
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<>(
                Topics.requests(tenant), id.toString().getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach(kafkaRecord.headers()::add);
        return new Ready(number, kafkaRecord);
    }

    /** Sends without waiting. */
    public void send(Ready ready) {
        producer.send(ready.kafkaRecord(), (_, thrown) -> {
            if (thrown != null) {
                failure.set(thrown);
            }
        });
    }

    /** Waits for all acks. @throws IllegalStateException if one was refused */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take a request", failure.get());
        }
    }

    /** How many were numbered so far. */
    public int size() {
        return numbers.size();
    }

    /** The number of the request that a record's key names; -1 for another's. */
    public int number(byte[] key) {
        try {
            return numbers.getOrDefault(UUID.fromString(new String(key, StandardCharsets.UTF_8)), -1);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    public RequestMix mix() {
        return mix;
    }

    @Override
    public void close() {
        producer.close();
    }
}
