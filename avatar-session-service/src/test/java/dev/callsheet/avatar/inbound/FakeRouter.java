package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what the router writes. */
final class FakeRouter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    FakeRouter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void assign(RequestId request, String avatarId) {
        var stated = new Decision.Axis("stream", List.of("/output/kind"), Decision.Origin.STATED);
        var decision = new Decision(
                Route.AVATAR,
                "1-live",
                new Decision.Axes(stated, stated, stated),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                new Decision.CostMicros(100_000, 100_000),
                null,
                1,
                "1",
                "",
                "",
                1,
                List.of(),
                List.of(),
                List.of(),
                null);
        var body = Map.of("avatar", Map.of("id", avatarId), "output", Map.of("kind", "stream"));
        var work =
                new Work.Assigned(request, Orders.DEMO, decision, Json.mapper().valueToTree(body));
        var event = new CloudEvent(
                request.toString(), "test", Work.Assigned.TYPE, request.toString(), null, Map.of(), Json.write(work));
        var encoded = KafkaBinding.write(event);
        var written = new ProducerRecord<>(
                Topics.work(Route.AVATAR), request.toString().getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> written.headers().add(name, value));
        producer.send(written);
    }

    @Override
    public void close() {
        producer.close();
    }
}
