package dev.callsheet.bench.peer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A bare loop: poll, send, flush, commit. At least once; no dead letters, no traces, no repeats told apart. */
public final class LoopPeer {
    private LoopPeer() {}

    /** Runs until it is ended. @param arguments bootstrap servers, group, topic, what to do */
    public static void main(String[] arguments) {
        RouterPeer peer = RouterPeer.of(arguments);
        Desk desk = new Desk(peer);
        Map<String, Object> in = new HashMap<>(RouterPeer.consumer());
        in.put("bootstrap.servers", peer.bootstrapServers());
        in.put("group.id", peer.group());
        in.put("auto.offset.reset", "earliest");
        in.put("enable.auto.commit", false);
        Map<String, Object> out = new HashMap<>(RouterPeer.producer());
        out.put("bootstrap.servers", peer.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(in, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(out, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.subscribe(List.of(peer.topic()));
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    for (ConsumerRecord<byte[], byte[]> kafkaRecord : records) {
                        send(desk, kafkaRecord, producer);
                    }
                    producer.flush();
                    consumer.commitSync(records.nextOffsets());
                }
            }
        }
    }

    private static void send(
            Desk desk, ConsumerRecord<byte[], byte[]> kafkaRecord, KafkaProducer<byte[], byte[]> producer) {
        for (Desk.Out out : desk.route(kafkaRecord.key(), kafkaRecord.value())) {
            producer.send(
                    new ProducerRecord<>(
                            out.topic(), null, null, kafkaRecord.key(), out.value(), kafkaRecord.headers()),
                    (_, failure) -> {
                        if (failure != null) {
                            failure.printStackTrace();
                            Runtime.getRuntime().halt(1);
                        }
                    });
        }
    }
}
