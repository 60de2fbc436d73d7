package dev.callsheet.stack.operators;

import dev.callsheet.contracts.Topics;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts dead letters back onto their topic, after a look into the ledgers. What is done is remembered in Kafka. */
public final class Redrive {
    /** The consumer group whose offsets say what has been dealt with. */
    public static final String GROUP = "callsheet-redrive";

    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final Ledgers ledgers;
    private final Consumer<String> progress;

    /** @param progress gets a line for each record */
    public Redrive(String bootstrapServers, Ledgers ledgers, Consumer<String> progress) {
        this.bootstrapServers = bootstrapServers;
        this.ledgers = ledgers;
        this.progress = progress;
    }

    /** @param topic ends with {@code .dlq} @param limit most records to look at */
    public record Wish(String topic, boolean dryRun, long limit, boolean force) {}

    /** How many records were looked at, and what became of them. */
    public record Totals(long read, long again, long paid, long left) {
        private Totals and(RedriveRule.Fate fate) {
            return switch (fate) {
                case RedriveRule.Fate.Again _ -> new Totals(read + 1, again + 1, paid, left);
                case RedriveRule.Fate.Paid _ -> new Totals(read + 1, again, paid + 1, left);
                case RedriveRule.Fate.Left _ -> new Totals(read + 1, again, paid, left + 1);
            };
        }
    }

    /** Goes through all records that are there now. @throws StackFailure if a broker or a worker does not answer */
    public Totals run(Wish wish) {
        if (!wish.topic().endsWith(Topics.DLQ_SUFFIX)) {
            throw new StackFailure("TOPIC: found '" + wish.topic() + "'; dead-letter topics end with .dlq");
        }
        Map<String, Object> reading = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                GROUP,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        Map<String, Object> writing =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true);
        try (var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            return new Pass(wish, consumer, producer).run();
        } catch (KafkaException e) {
            throw new StackFailure("Kafka does not do what it should: " + e.getMessage(), e);
        }
    }

    /** One pass over the topic. */
    private final class Pass {
        private final Wish wish;
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final KafkaProducer<byte[], byte[]> producer;
        private final Map<TopicPartition, DonePlaces> done = new HashMap<>();
        private Totals totals = new Totals(0, 0, 0, 0);

        private Pass(Wish wish, KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
            this.wish = wish;
            this.consumer = consumer;
            this.producer = producer;
        }

        Totals run() {
            Map<TopicPartition, Long> ends = place();
            while (totals.read() < wish.limit() && isBefore(ends)) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    var partition = new TopicPartition(found.topic(), found.partition());
                    if (totals.read() < wish.limit()
                            && found.offset() < ends.get(partition)
                            && !done.get(partition).contains(found.offset())) {
                        handle(partition, DeadLetter.of(found));
                    }
                }
            }
            return totals;
        }

        /** Begins each partition where the last pass has left something. @return where each ends now */
        private Map<TopicPartition, Long> place() {
            List<PartitionInfo> known = consumer.partitionsFor(wish.topic());
            if (known == null || known.isEmpty()) {
                throw new StackFailure("TOPIC: there is no topic " + wish.topic());
            }
            Collection<TopicPartition> partitions = known.stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            var committed = consumer.committed(java.util.Set.copyOf(partitions));
            consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
                done.put(partition, new DonePlaces(committed.get(partition), beginning));
                consumer.seek(partition, done.get(partition).next());
            });
            return consumer.endOffsets(partitions);
        }

        private boolean isBefore(Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }

        private void handle(TopicPartition partition, DeadLetter letter) {
            Optional<Ledgers.Known> known =
                    letter.request() == null ? Optional.empty() : ledgers.find(letter.request());
            RedriveRule.Fate fate = RedriveRule.of(letter, known, wish.force());
            totals = totals.and(fate);
            String word = switch (fate) {
                case RedriveRule.Fate.Again _ -> wish.dryRun() ? "would be produced again" : again(letter);
                case RedriveRule.Fate.Paid(var why) -> "skipped: " + why;
                case RedriveRule.Fate.Left(var why) -> "left: " + why;
            };
            if (!wish.dryRun() && !(fate instanceof RedriveRule.Fate.Left)) {
                DonePlaces places = done.get(partition);
                places.add(letter.found().offset());
                consumer.commitSync(Map.of(partition, places.commit()));
            }
            progress.accept(letter.words() + "  ->  " + word);
        }

        private String again(DeadLetter letter) {
            try {
                producer.send(letter.again()).get();
                return "produced again";
            } catch (ExecutionException e) {
                throw new StackFailure(
                        "Kafka does not take the record: " + e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("interrupted while producing", e);
            }
        }
    }
}
