package dev.callsheet.bench.router;

import dev.callsheet.bench.load.RequestLog;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a contender has written: counted record by record, as a reader of committed records sees it. */
final class Outputs {
    private static final int PARTITIONS = 6;

    private final String bootstrapServers;
    private final Admin admin;

    Outputs(String bootstrapServers, Admin admin) {
        this.bootstrapServers = bootstrapServers;
        this.admin = admin;
    }

    static List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            for (Route route : Route.values()) {
                all.add(new TopicPartition(Topics.work(route), i));
            }
            all.add(new TopicPartition(Topics.FACTS, i));
        }
        return all;
    }

    KafkaConsumer<byte[], byte[]> reader() {
        var reader = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        5_000,
                        "max.partition.fetch.bytes",
                        4 << 20,
                        "fetch.max.wait.ms",
                        50),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(partitions());
        return reader;
    }

    /** Reads all that is there. @return what is wrong with it; empty if each request is there as often as it should */
    List<String> faults(Contender contender, RequestLog log, int from, int to, Expected expected) {
        BitSet facts = new BitSet();
        BitSet work = new BitSet();
        int twice = 0;
        int strange = 0;
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            reader.seekToBeginning(partitions());
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions());
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> kafkaRecord : reader.poll(Duration.ofMillis(100))) {
                    int number = log.number(kafkaRecord.key());
                    BitSet seen = contender.tells() && kafkaRecord.topic().equals(Topics.FACTS) ? facts : work;
                    if (number < from || number >= to) {
                        strange++;
                    } else if (seen.get(number)) {
                        twice++;
                    } else {
                        seen.set(number);
                    }
                }
            }
        }
        List<String> faults = new ArrayList<>();
        int sent = to - from;
        if (twice > 0 || strange > 0) {
            faults.add(contender.label() + ": " + twice + " records came twice, " + strange + " were not asked for");
        }
        if (contender.tells() && facts.cardinality() != sent) {
            faults.add(contender.label() + ": " + facts.cardinality() + " facts for " + sent + " requests");
        }
        long works = contender.tells() ? expected.routed(from, to) : sent;
        if (work.cardinality() != works) {
            faults.add(contender.label() + ": " + work.cardinality() + " records out; expected " + works);
        }
        return faults;
    }

    /** Makes room: what was counted goes. */
    void empty() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            admin.deleteRecords(reader.endOffsets(partitions()).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the outputs cannot be emptied", e.getCause());
        }
    }
}
