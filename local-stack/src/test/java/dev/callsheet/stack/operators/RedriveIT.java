package dev.callsheet.stack.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.RealPart;
import dev.callsheet.stack.RealParts;
import dev.callsheet.stack.Schema;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.operators.Ledgers.Known;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedriveIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static RealParts parts;
    private static String brokers;

    private final Map<RequestId, Known> ledger = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final Redrive redrive = new Redrive(brokers, id -> Optional.ofNullable(ledger.get(id)), said::add);

    @BeforeAll
    static void start() {
        parts = RealParts.start(EnumSet.of(RealPart.KAFKA), Schema.I2V);
        brokers = parts.properties().get("kafka.bootstrap.servers");
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    void whatWasNotTakenInGoesBackOnceAndWhatIsPaidNever() throws Exception {
        String topic = "callsheet.work.i2v";
        RequestId fresh = RequestId.ofKey(DEMO, "fresh");
        RequestId paid = RequestId.ofKey(DEMO, "paid");
        RequestId open = RequestId.ofKey(DEMO, "open");
        ledger.put(paid, new Known("i2v-worker", "completed", 0, 500_000));
        ledger.put(open, new Known("i2v-worker", "open", 500_000, 0));
        letter(topic, event(fresh));
        bad(topic);
        letter(topic, event(paid));
        letter(topic, event(open));

        Redrive.Totals dry = redrive.run(new Redrive.Wish(topic + ".dlq", true, 100, false));
        assertThat(dry).isEqualTo(new Redrive.Totals(4, 1, 2, 1));
        assertThat(read(topic)).isEmpty();
        said.clear();

        Redrive.Totals first = redrive.run(new Redrive.Wish(topic + ".dlq", false, 100, false));
        assertThat(first).isEqualTo(dry);
        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .contains("key " + paid, "event.unprocessable: the handler failed")
                        .endsWith("skipped: request already completed at i2v-worker, 0.500000 USD settled"));
        assertThat(said)
                .anySatisfy(line -> assertThat(line).contains("already at work", "0.500000 USD open"))
                .anySatisfy(line -> assertThat(line).contains("left: it still cannot be read"))
                .anySatisfy(line -> assertThat(line).endsWith("produced again"));
        assertThat(read(topic)).singleElement().satisfies(back -> {
            assertThat(new String(back.key(), StandardCharsets.UTF_8)).isEqualTo(fresh.toString());
            assertThat(back.headers().toArray())
                    .extracting(header -> header.key())
                    .contains("ce_id", "ce_type", "traceparent")
                    .noneMatch(name -> name.startsWith("dlq-"));
            assertThat(back.value()).isEqualTo(event(fresh).data());
        });

        Redrive.Totals second = redrive.run(new Redrive.Wish(topic + ".dlq", false, 100, false));
        assertThat(second).isEqualTo(new Redrive.Totals(1, 0, 0, 1));

        letter(topic, event(paid));
        Redrive.Totals forced = redrive.run(new Redrive.Wish(topic + ".dlq", false, 100, true));
        assertThat(forced).isEqualTo(new Redrive.Totals(2, 1, 1, 0));
        assertThat(redrive.run(new Redrive.Wish(topic + ".dlq", false, 100, true)))
                .isEqualTo(new Redrive.Totals(0, 0, 0, 0));
        assertThat(read(topic)).hasSize(2);
    }

    @Test
    void aTenantsRequestIsFoundInTheLedgerByItsKeyAndALimitIsKept() throws Exception {
        String topic = "callsheet.requests.demo";
        for (int i = 0; i < 3; i++) {
            var event = new CloudEvent(
                    "event-" + i,
                    "/partner",
                    "dev.callsheet.video.requested.v1",
                    null,
                    null,
                    Map.of(),
                    "{\"prompt\":\"a lion\"}".getBytes(StandardCharsets.UTF_8));
            ledger.put(RequestId.ofEvent(DEMO, "/partner", "event-1"), new Known("r2v-worker", "failed", 0, 0));
            letter(topic, event);
        }

        assertThat(redrive.run(new Redrive.Wish(topic + ".dlq", false, 2, false))
                        .read())
                .isEqualTo(2);
        assertThat(redrive.run(new Redrive.Wish(topic + ".dlq", false, 9, false))
                        .read())
                .isEqualTo(1);
        assertThat(read(topic)).hasSize(2);
        assertThat(said)
                .filteredOn(line -> line.contains("request already failed"))
                .hasSize(1);
    }

    @Test
    void aLedgerThatDoesNotAnswerStopsEverything() throws Exception {
        String topic = "callsheet.work.r2v";
        letter(topic, event(RequestId.ofKey(DEMO, "one")));
        var away = new Redrive(
                brokers,
                _ -> {
                    throw new StackFailure("r2v-worker: does not answer");
                },
                said::add);

        assertThatThrownBy(() -> away.run(new Redrive.Wish(topic + ".dlq", false, 9, true)))
                .hasMessageContaining("does not answer");
        assertThat(read(topic)).isEmpty();
        assertThat(redrive.run(new Redrive.Wish(topic + ".dlq", false, 9, false))
                        .again())
                .isEqualTo(1);
        assertThatThrownBy(() -> redrive.run(new Redrive.Wish(topic, false, 9, false)))
                .hasMessageContaining("end with .dlq");
    }

    private static CloudEvent event(RequestId id) {
        return new CloudEvent(
                "work-" + id,
                "callsheet/scenario-router",
                "dev.callsheet.work.assigned.v1",
                id.toString(),
                null,
                Map.of(),
                Json.write(Map.of("requestId", id.toString(), "tenant", "demo")));
    }

    private static void letter(String topic, CloudEvent event) throws Exception {
        KafkaBinding.Encoded encoded = KafkaBinding.write(event);
        String key = event.subject() == null ? event.id() : event.subject();
        var letter = new ProducerRecord<>(topic + ".dlq", key.getBytes(StandardCharsets.UTF_8), encoded.value());
        encoded.headers().forEach(letter.headers()::add);
        letter.headers().add("traceparent", "00-1-1-01".getBytes(StandardCharsets.UTF_8));
        put(letter, "event.unprocessable", "the handler failed");
    }

    private static void bad(String topic) throws Exception {
        put(
                new ProducerRecord<>(topic + ".dlq", "{\"no\":\"event\"}".getBytes(StandardCharsets.UTF_8)),
                "event.attribute",
                "ce_id is missing");
    }

    private static void put(ProducerRecord<byte[], byte[]> letter, String code, String reason) throws Exception {
        letter.headers().add("dlq-code", code.getBytes(StandardCharsets.UTF_8));
        letter.headers().add("dlq-reason", reason.getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(found::add);
            }
        }
        return found;
    }
}
