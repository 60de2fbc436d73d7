package dev.callsheet.scorer.inbound;


import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Clips to be measured. A record is acknowledged when its fact is published; a clip takes seconds, so records are worked
 * on by a bounded pool of their own and not by the connector's threads.
 */
@ApplicationScoped
public class ScoringChannel {
    private final IncomingEvents events;
    private final Scorings scorings;

    ScoringChannel(IncomingEvents events, Scorings scorings) {
        this.events = events;
        this.scorings = scorings;
    }

    /** One record; again and again while the store or the broker is away. */
    @Incoming("scoring")
    @Blocking(value = "scoring", ordered = false)
    @Retry(maxRetries = -1, delay = 2, delayUnit = ChronoUnit.SECONDS, jitter = 500, maxDuration = 0)
    public void receive(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, this::accept);
    }

    private void accept(CloudEvent event) {
        if (!event.type().equals(Work.Scoring.TYPE)) {
            throw new UnreadableEvent(
                    "event.type", "attribute 'type': found '" + event.type() + "'; expected " + Work.Scoring.TYPE);
        }
        scorings.score(
                Json.read(event.data(), Work.Scoring.class), event.extensions().get(CloudEvent.TRACEPARENT));
    }
}
