package dev.callsheet.chaos.load;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.contracts.KafkaBinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends the load in its time: each work record twice, cancels when they are due. Waits out a broker that is away. */
public final class Producer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Sending> sendings;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Producer(String bootstrapServers, List<Ask> asks) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "linger.ms", "5",
                        "delivery.timeout.ms", "600000",
                        "max.block.ms", "600000",
                        "request.timeout.ms", "10000",
                        "reconnect.backoff.max.ms", "500"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        List<Sending> all = new ArrayList<>();
        for (Ask ask : asks) {
            all.add(Sending.work(ask, ask.at()));
            all.add(Sending.work(ask, ask.repeatAt()));
            if (ask.cancelAt() != null) {
                all.add(Sending.cancel(ask, ask.cancelAt()));
            }
        }
        all.sort(Comparator.comparing(Sending::at));
        this.sendings = List.copyOf(all);
    }

    /** Sends everything and waits for the acks. @throws IllegalStateException if the broker refused a record */
    public void run(Instant begin, Rest rest) {
        for (Sending sending : sendings) {
            Duration early = Duration.between(Instant.now(), begin.plus(sending.at()));
            if (early.isPositive()) {
                rest.shortly(early);
            }
            producer.send(encode(sending), (_, thrown) -> {
                if (thrown == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.set(thrown);
                }
            });
        }
        producer.flush();
        Exception thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the broker did not take a record", thrown);
        }
    }

    /** Whether all records are with the broker. */
    public boolean done() {
        return acknowledged.get() == sendings.size();
    }

    private static ProducerRecord<byte[], byte[]> encode(Sending sending) {
        KafkaBinding.Encoded encoded = KafkaBinding.write(sending.event());
        byte[] key = sending.ask().id().toString().getBytes(StandardCharsets.UTF_8);
        var kafkaRecord = new ProducerRecord<>(sending.topic(), key, encoded.value());
        encoded.headers().forEach(kafkaRecord.headers()::add);
        return kafkaRecord;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
