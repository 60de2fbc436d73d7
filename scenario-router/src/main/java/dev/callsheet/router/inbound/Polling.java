package dev.callsheet.router.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the consumer thread is doing, for those who ask about its health. Thread-safe. */
@ApplicationScoped
class Polling implements ConsumerRebalanceListener {
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final AtomicReference<Instant> lastPoll = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Set<TopicPartition>> assigned = new AtomicReference<>(Set.of());
    private final AtomicBoolean joined = new AtomicBoolean();

    void startedOn(Thread started) {
        thread.set(started);
    }

    void polled() {
        lastPoll.set(Instant.now());
    }

    boolean alive() {
        Thread running = thread.get();
        return running != null && running.isAlive();
    }

    /** Whether the group has given its answer and records are being read; without a tenant there are no partitions. */
    boolean ready() {
        return joined.get() && lastPoll.get().isAfter(Instant.now().minus(FRESH));
    }

    int partitions() {
        return assigned.get().size();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        change(added, Set.of());
        joined.set(true);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
        change(Set.of(), taken);
    }

    private void change(Collection<TopicPartition> added, Collection<TopicPartition> taken) {
        Set<TopicPartition> now = new HashSet<>(assigned.get());
        now.removeAll(taken);
        now.addAll(added);
        assigned.set(Set.copyOf(now));
    }
}
