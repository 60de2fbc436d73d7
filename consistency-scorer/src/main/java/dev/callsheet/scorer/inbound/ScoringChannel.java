package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Room;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Clips to be measured, characters to be looked at and forgotten, a person's words. A record is acknowledged when its fact is published; a clip takes seconds, so records are worked
 * on by a bounded pool of their own and not by the connector's threads.
 */
@ApplicationScoped
public class ScoringChannel {
    private final IncomingEvents events;
    private final Scorings scorings;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final Withdrawals withdrawals;
    private final Clock clock;

    ScoringChannel(
            IncomingEvents events,
            Scorings scorings,
            Campaigns campaigns,
            Enrolments enrolments,
            Withdrawals withdrawals,
            Clock clock) {
        this.events = events;
        this.scorings = scorings;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** One record; again and again while the store or the broker is away. */
    @Incoming("scoring")
    @Blocking(value = "scoring", ordered = false)
    @Retry(maxRetries = -1, delay = 2, delayUnit = ChronoUnit.SECONDS, jitter = 500, maxDuration = 0)
    public void receive(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.SCORING, this::work);
    }

    private void work(CloudEvent event) {
        byte[] data = event.data();
        switch (event.type()) {
            case Work.Scoring.TYPE -> scorings.score(Json.read(data, Work.Scoring.class), told(event));
            case Work.Unmade.TYPE -> campaigns.unmade(Json.read(data, Work.Unmade.class), told(event));
            case Work.Ruled.TYPE -> campaigns.ruled(Json.read(data, Work.Ruled.class));
            case Work.Enrolment.TYPE -> enrolments.enrol(Json.read(data, Work.Enrolment.class));
            case Work.Withdrawal.TYPE -> withdrawals.withdraw(Json.read(data, Work.Withdrawal.class));
            default ->
                throw new UnreadableEvent(
                        "event.type",
                        "attribute 'type': found '" + event.type() + "'; expected one of "
                                + String.join(
                                        ", ",
                                        Work.Scoring.TYPE,
                                        Work.Unmade.TYPE,
                                        Work.Ruled.TYPE,
                                        Work.Enrolment.TYPE,
                                        Work.Withdrawal.TYPE));
        }
    }

    /** When the sender told it: the same for each delivery. */
    private Instant told(CloudEvent event) {
        Instant time = event.time();
        return time == null ? clock.instant() : time;
    }
}
