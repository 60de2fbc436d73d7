package dev.callsheet.e2e;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.e2e.ContractChannels.Reader;
import dev.callsheet.e2e.ContractChannels.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What goes on at a running broker: its topics, who reads them at this moment, and who has written to them. */
record ContractTopics(String brokers, ContractChannels channels) {

    /** Topics by their names, without the broker's own. */
    Set<String> topics() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return new TreeSet<>(admin.listTopics().names().get());
        }
    }

    /** Every consumer group with a member, and the channels whose partitions its members hold. */
    Set<Reader> readers() throws ExecutionException, InterruptedException {
        Set<Reader> readers = new HashSet<>();
        try (Admin admin = admin()) {
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(java.util.stream.Collectors.toSet());
            admin.describeConsumerGroups(groups)
                    .all()
                    .get()
                    .forEach((group, description) -> description
                            .members()
                            .forEach(member -> member.assignment()
                                    .topicPartitions()
                                    .forEach(partition -> readers.add(
                                            new Reader(channels.documented(group), channels.of(partition.topic()))))));
        }
        return readers;
    }

    /** Who has sent what to each channel, by the source of each event; dead letters name no sender. */
    Map<Sender, Set<String>> sent() throws ExecutionException, InterruptedException {
        Map<Sender, Set<String>> sent = new HashMap<>();
        List<String> spoken = topics().stream()
                .filter(topic -> !channels.of(topic).equals("deadLetters"))
                .toList();
        for (ConsumerRecord<byte[], byte[]> message : all(spoken)) {
            CloudEvent event = event(message);
            String service = event.source().substring(event.source().lastIndexOf('/') + 1);
            sent.computeIfAbsent(new Sender(service, channels.of(message.topic())), _ -> new TreeSet<>())
                    .add(event.type());
        }
        return sent;
    }

    /** Everything on the topics so far, from their beginnings to where they end now. */
    private List<ConsumerRecord<byte[], byte[]>> all(List<String> names) {
        Map<String, Object> config = Map.of("bootstrap.servers", brokers);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = names.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** @throws UnreadableEvent if it is none: nobody has sent such in these tests */
    private static CloudEvent event(ConsumerRecord<byte[], byte[]> message) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value());
        }
        return KafkaBinding.read(headers, message.value());
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", brokers));
    }
}
