package dev.callsheet.stack.door;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka door, through nothing but Kafka's own producer. */
public final class KafkaDoor {
    private final String bootstrapServers;
    private final TenantId tenant;

    public KafkaDoor(String bootstrapServers, TenantId tenant) {
        this.bootstrapServers = bootstrapServers;
        this.tenant = tenant;
    }

    /**
     * Writes a CloudEvent in binary mode and waits for the broker's ack.
     *
     * @param traceparent the partner's own trace (W3C Trace Context)
     * @return the id that both doors derive from the event
     */
    public RequestId send(CloudEvent event, String traceparent) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all");
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var letter = new ProducerRecord<>(Topics.requests(tenant), event.id(), encoded.value());
        encoded.headers().forEach(letter.headers()::add);
        letter.headers().add(CloudEvent.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new StackFailure(
                    "Kafka does not take the record: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while sending to Kafka", e);
        }
        return RequestIdentity.of(tenant, event);
    }
}
