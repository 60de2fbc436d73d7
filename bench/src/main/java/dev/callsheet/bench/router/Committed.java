package dev.callsheet.bench.router;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** How far a group has come, by the offsets that it has committed: what it counts as done. */
record Committed(Admin admin, String group) {
    /** The sum over all partitions. */
    long sum() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .filter(java.util.Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            return 0;
        }
    }
}
