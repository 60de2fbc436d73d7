package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.corridor.IncomingEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the topics: partners who ask, services that tell, and one who reads the requests. */
public final class Corridor implements AutoCloseable {
    private static final String REQUESTS = "callsheet.requests.demo";
    private static final String CONTROL = "callsheet.control.demo";

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    public Corridor(String bootstrapServers) {
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
        consumer.subscribe(List.of(REQUESTS, CONTROL, Topics.WORK_SCORING, Topics.deadLetters(REQUESTS)));
    }

    /** Asks as a partner's producer does; returns the request's id. */
    String ask(String tenant, String eventId, String body) {
        var event = new CloudEvent(
                eventId, "/shop", VideoRequest.TYPE, null, null, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        TenantId owner = new TenantId(tenant);
        send(Topics.requests(owner), "any", event);
        return RequestId.ofEvent(owner, "/shop", eventId).toString();
    }

    /** Asks as a partner's producer does that names its request by a key; returns the request's id. */
    String askWithKey(String tenant, String eventId, String key, String body) {
        var event = new CloudEvent(
                eventId,
                "/shop",
                VideoRequest.TYPE,
                null,
                null,
                Map.of("idempotencykey", key),
                body.getBytes(StandardCharsets.UTF_8));
        TenantId owner = new TenantId(tenant);
        send(Topics.requests(owner), "any", event);
        return RequestId.ofKey(owner, key).toString();
    }

    public void tell(Fact fact) {
        tell(fact, Instant.now());
    }

    /** @param at when it is to have happened */
    public void tell(Fact fact, Instant at) {
        send(Topics.FACTS, fact.aggregate().toString(), fact.event("/test", at));
    }

    /** Does not wait for the ack: for many. */
    void tellSoon(Fact fact) {
        put(Topics.FACTS, fact.aggregate().toString(), fact.event("/test", Instant.now()));
    }

    List<ConsumerRecord<byte[], byte[]>> requests(String requestId) {
        return seen(kafkaRecord -> kafkaRecord.topic().equals(REQUESTS)
                && header(kafkaRecord, "ce_subject").equals(requestId));
    }

    /** Every request of the demo tenant that is on the log by now. */
    Set<String> allRequests() {
        return seen(kafkaRecord -> kafkaRecord.topic().equals(REQUESTS)).stream()
                .map(Corridor::requestId)
                .collect(Collectors.toSet());
    }

    private static String requestId(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        return RequestIdentity.of(new TenantId("demo"), IncomingEvents.read(kafkaRecord))
                .toString();
    }

    /** Which of the demo tenant's requests were told to stop, with what becomes of a clip that is paid. */
    Map<String, String> cancels() {
        return seen(kafkaRecord -> kafkaRecord.topic().equals(CONTROL)).stream()
                .map(kafkaRecord -> Json.read(kafkaRecord.value()))
                .collect(Collectors.toMap(
                        cancel -> cancel.path("requestId").asText(),
                        cancel -> cancel.path("unstoppable").asText(),
                        (first, _) -> first));
    }

    /** What the demo tenant's people have said of a request's clips, in order. */
    List<JsonNode> rulings(String requestId) {
        return seen(kafkaRecord -> kafkaRecord.topic().equals(CONTROL)
                        && !header(kafkaRecord, "ce_type").contains("cancel"))
                .stream()
                .map(kafkaRecord -> Json.read(kafkaRecord.value()))
                .filter(ruling -> ruling.path("requestId").asText().equals(requestId))
                .toList();
    }

    /** Work for the scorer that is keyed by this, each event once. */
    List<ConsumerRecord<byte[], byte[]>> scoring(String key) {
        return List.copyOf(seen(kafkaRecord -> kafkaRecord.topic().equals(Topics.WORK_SCORING)
                        && new String(kafkaRecord.key(), StandardCharsets.UTF_8).equals(key))
                .stream()
                .collect(Collectors.toMap(
                        kafkaRecord -> header(kafkaRecord, "ce_id"),
                        kafkaRecord -> kafkaRecord,
                        (first, _) -> first,
                        LinkedHashMap::new))
                .values());
    }

    long recordsOf(Set<String> requestIds) {
        return seen(kafkaRecord ->
                        kafkaRecord.topic().equals(REQUESTS) && requestIds.contains(header(kafkaRecord, "ce_subject")))
                .size();
    }

    /** Records that were put aside for a reason with these words. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters(String words) {
        return seen(kafkaRecord -> header(kafkaRecord, "dlq-reason").contains(words));
    }

    private List<ConsumerRecord<byte[], byte[]>> seen(Predicate<ConsumerRecord<byte[], byte[]>> which) {
        int more;
        do {
            more = consumer.assignment().isEmpty() ? -1 : seen.size();
            consumer.poll(Duration.ofMillis(300)).forEach(seen::add);
        } while (seen.size() > more);
        return seen.stream().filter(which).toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> kafkaRecord, String name) {
        var header = kafkaRecord.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void send(String topic, String key, CloudEvent event) {
        put(topic, key, event);
        producer.flush();
    }

    private void put(String topic, String key, CloudEvent event) {
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        var kafkaRecord = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
        producer.send(kafkaRecord);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
