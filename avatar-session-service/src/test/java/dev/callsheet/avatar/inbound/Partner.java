package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A partner's producer on its own topics. */
final class Partner implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    Partner(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes to {@code callsheet.turns.demo}. */
    void says(String eventId, String type, SessionId session, Object data) {
        send(Topics.turns(Orders.DEMO), eventId, type, session, Json.write(data));
    }

    /** Writes to {@code callsheet.control.demo}. */
    void wants(String eventId, String type, SessionId session, Object data) {
        send(Topics.control(Orders.DEMO), eventId, type, session, Json.write(data));
    }

    /** Writes what nobody can read. */
    void babbles(String type, SessionId session) {
        send(Topics.turns(Orders.DEMO), "babble", type, session, "{".getBytes(StandardCharsets.UTF_8));
    }

    private void send(String topic, String id, String type, SessionId session, byte[] data) {
        var encoded =
                KafkaBinding.write(new CloudEvent(id, "/partner", type, session.toString(), null, Map.of(), data));
        var written = new ProducerRecord<>(topic, session.toString().getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> written.headers().add(name, value));
        producer.send(written);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
