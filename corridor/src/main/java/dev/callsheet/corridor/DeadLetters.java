package dev.callsheet.corridor;

import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.metrics.Labels;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Puts a record that cannot be handled aside on {@code <topic>.dlq}: as it came, with where from and why in headers. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventPublisher publisher;
    private final LongCounter letters;

    DeadLetters(EventPublisher publisher, OpenTelemetry telemetry) {
        this.publisher = publisher;
        this.letters = Labels.meter(telemetry)
                .counterBuilder("callsheet.dead_letters")
                .setUnit("{record}")
                .setDescription("Records that were put aside, by their topic and the reason's code")
                .build();
    }

    /** Returns once the broker has it. @throws PublishFailed if it has not */
    public void put(ConsumerRecord<byte[], byte[]> kafkaRecord, String code, String reason) {
        try {
            send(kafkaRecord, code, reason).join();
        } catch (CompletionException e) {
            throw new PublishFailed(Topics.deadLetters(kafkaRecord.topic()), e.getCause());
        }
    }

    /** Sends; the future ends with the broker's ack. */
    public CompletableFuture<Void> send(ConsumerRecord<byte[], byte[]> kafkaRecord, String code, String reason) {
        var letter =
                new ProducerRecord<>(Topics.deadLetters(kafkaRecord.topic()), kafkaRecord.key(), kafkaRecord.value());
        kafkaRecord.headers().forEach(letter.headers()::add);
        header(letter, "dlq-code", code);
        header(letter, "dlq-reason", reason);
        header(letter, "dlq-topic", kafkaRecord.topic());
        header(letter, "dlq-partition", Integer.toString(kafkaRecord.partition()));
        header(letter, "dlq-offset", Long.toString(kafkaRecord.offset()));
        return publisher.send(letter).thenRun(() -> {
            String topic = Topics.withoutTenant(kafkaRecord.topic());
            letters.add(1, Attributes.of(Labels.TOPIC, topic, Labels.CODE, code));
            LOG.warnf(
                    "record %s-%d@%d put aside: %s (%s)",
                    kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset(), code, reason);
        });
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
