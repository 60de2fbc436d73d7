package dev.callsheet.avatar.inbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.corridor.EventPublisher;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Tells that words are not answered, where no conversation could tell it. */
@Singleton
class SkippedWords {
    private static final String SOURCE = "/avatar-session-service";
    private static final Logger LOG = Logger.getLogger(SkippedWords.class);

    private final EventPublisher publisher;
    private final Clock clock;

    SkippedWords(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns once it is on the log. @throws dev.callsheet.corridor.PublishFailed if it is not; it may be told again */
    void tell(TenantId tenant, SessionId session, String inputId, String reason) {
        LOG.infof("words for session %s are not answered (%s)", session, reason);
        var fact = new Fact.TurnSkipped(session, tenant, inputId, reason);
        publisher.publish(Topics.FACTS, session.toString(), fact.event(SOURCE, clock.instant()));
    }
}
