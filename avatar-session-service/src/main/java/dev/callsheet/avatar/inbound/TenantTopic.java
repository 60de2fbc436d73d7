package dev.callsheet.avatar.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tenants' own topics: the topic says who speaks. */
final class TenantTopic {
    private TenantTopic() {}

    /** @throws UnreadableEvent if the topic is no tenant's */
    static TenantId tenant(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        return Topics.tenantOf(kafkaRecord.topic())
                .orElseThrow(() -> new UnreadableEvent("event.topic", "this topic belongs to no tenant"));
    }

    static UnreadableEvent unknownType(CloudEvent event, String allowed) {
        return new UnreadableEvent(
                "event.type", "attribute 'type': found '" + event.type() + "'; allowed are " + allowed);
    }
}
