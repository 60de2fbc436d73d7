package dev.callsheet.avatar.live.show;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.EventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * {@link SkipLog} on the facts. Not by the outbox: there is no change of state that it must go with, and comments are no
 * reason to write rows.
 */
@Singleton
class PublishedSkips implements SkipLog {
    private static final Logger LOG = Logger.getLogger(PublishedSkips.class);
    private static final String SOURCE = "/avatar-session-service";

    private final EventPublisher publisher;
    private final Clock clock;

    PublishedSkips(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void tell(Fact.TurnSkipped skipped) {
        String key = skipped.sessionId().toString();
        var event = skipped.event(SOURCE, clock.instant());
        // The first send may wait for the broker's word on the topic.
        Thread.startVirtualThread(() -> publisher.send(Topics.FACTS, key, event).whenComplete((sent, trouble) -> {
            if (trouble != null) {
                LOG.warnf("session %s: skipped comments (%s) were not told", key, skipped.reason());
            }
        }));
    }
}
