package dev.callsheet.chaos.whole;

import dev.callsheet.chaos.machine.Rest;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the facts as a partner does, and remembers when each request's last fact came. */
final class FactWatch {
    private final String bootstrapServers;
    private final Map<UUID, Instant> ends = new ConcurrentHashMap<>();

    FactWatch(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** When which request's last fact was read. */
    Map<UUID, Instant> ends() {
        return ends;
    }

    /** Follows until the run is over. */
    void follow(Rest rest) {
        Thread.ofPlatform().daemon().name("fact-watch").start(() -> {
            try (var consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", bootstrapServers,
                            "group.id", "chaos-watch",
                            "auto.offset.reset", "earliest",
                            "session.timeout.ms", "10000",
                            "reconnect.backoff.max.ms", "500"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topics.FACTS));
                while (!rest.over()) {
                    for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                        end(read(found)).ifPresent(id -> ends.putIfAbsent(id, Instant.now()));
                    }
                }
            }
        });
    }

    private static Fact read(ConsumerRecord<byte[], byte[]> found) {
        Map<String, byte[]> headers = new HashMap<>();
        found.headers().forEach(header -> headers.put(header.key(), header.value()));
        CloudEvent event = KafkaBinding.read(headers, found.value());
        return FactTypes.read(event);
    }

    /** The request that is over with this fact; an offer is all that becomes of a live request until somebody takes it. */
    static Optional<UUID> end(Fact fact) {
        return switch (fact) {
            case Fact.RequestCompleted it -> Optional.of(it.aggregate());
            case Fact.RequestFailed it -> Optional.of(it.aggregate());
            case Fact.RequestCancelled it -> Optional.of(it.aggregate());
            case Fact.RequestRejected it -> Optional.of(it.aggregate());
            case Fact.SessionOffered it -> Optional.of(it.requestId().value());
            case Fact.OfTake _,
                    Fact.OfSession _,
                    Fact.OfCharacter _,
                    Fact.CampaignScored _,
                    Fact.RequestRouted _,
                    Fact.RequestSplit _ -> Optional.empty();
        };
    }
}
