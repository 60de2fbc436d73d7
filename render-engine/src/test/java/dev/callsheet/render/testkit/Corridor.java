package dev.callsheet.render.testkit;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Violation;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The rest of the house as a worker sees it: sends work, hears facts. */
public final class Corridor implements AutoCloseable {
    public static final TenantId TENANT = new TenantId("demo");

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();

    /** @param topics what to listen to, from now on */
    public Corridor(String bootstrapServers, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "test", "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
    }

    /** Assigns a request, as the router does. @param request JSON with single quotes */
    public RequestId assign(Route route, String name, String request) throws Exception {
        return assign(route, name, request, List.of());
    }

    /** Assigns a request with repairs that the router has promised. */
    public RequestId assign(Route route, String name, String request, List<Violation> repairs) throws Exception {
        RequestId id = RequestId.ofKey(TENANT, name);
        var axis = new Decision.Axis("batch", List.of(), Decision.Origin.DEFAULT);
        var axes = new Decision.Axes(axis, axis, axis);
        var none = List.<Violation>of();
        Decision decision = new Decision(
                route, "13", axes, List.of(), none, none, repairs, null, null, null, 0.9, "1", "hash", "hash", 1,
                List.of(), List.of(), List.of(), null);
        byte[] json = request.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Work.Assigned work = new Work.Assigned(id, TENANT, decision, Json.read(json));
        send(
                Topics.work(route),
                id,
                new CloudEvent(name, "test", Work.Assigned.TYPE, id.toString(), null, Map.of(), Json.write(work)));
        return id;
    }

    /** Sends an event and waits for the ack. */
    public void send(String topic, RequestId key, CloudEvent event) throws Exception {
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<>(topic, key.toString().getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        producer.send(kafkaRecord).get();
    }

    /** Sends bytes that are no event. */
    public void sendRaw(String topic, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    /** All facts of a request so far, in order. */
    public List<Fact> facts(RequestId id) {
        return facts().stream()
                .filter(fact -> fact.aggregate().equals(id.value()))
                .toList();
    }

    /** All facts so far; those of one request in order. */
    public List<Fact> facts() {
        listen();
        return heard.stream()
                .filter(kafkaRecord -> kafkaRecord.topic().equals(Topics.FACTS))
                .map(kafkaRecord -> FactTypes.read(IncomingEvents.read(kafkaRecord)))
                .toList();
    }

    /** All records of a topic so far, their headers as text. */
    public List<Map<String, String>> headers(String topic) {
        listen();
        return heard.stream()
                .filter(kafkaRecord -> kafkaRecord.topic().equals(topic))
                .map(kafkaRecord -> {
                    Map<String, String> headers = new HashMap<>();
                    kafkaRecord
                            .headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    return headers;
                })
                .toList();
    }

    /** All clips that wait to be measured. */
    public List<Work.Scoring> scorings() {
        listen();
        return heard.stream()
                .filter(kafkaRecord -> kafkaRecord.topic().equals(Topics.WORK_SCORING))
                .map(IncomingEvents::read)
                .filter(event -> event.type().equals(Work.Scoring.TYPE))
                .map(event -> Json.read(event.data(), Work.Scoring.class))
                .toList();
    }

    private void listen() {
        consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
