package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.SessionTurn;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.IncomingEvents;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** What tenants tell us on their own topics: words for a session, and that a request is cancelled. */
@Singleton
class TenantDoors {
    private static final Logger LOG = Logger.getLogger(TenantDoors.class);

    private final IncomingEvents events;
    private final SessionStore store;
    private final SessionDesk desk;
    private final Conversations conversations;

    TenantDoors(IncomingEvents events, SessionStore store, SessionDesk desk, Conversations conversations) {
        this.events = events;
        this.store = store;
        this.desk = desk;
        this.conversations = conversations;
    }

    /** Words for a session that is over, or another tenant's, are left unsaid. */
    @Incoming("turns")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void turn(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, event -> {
            var turn = Json.read(event.data(), SessionTurn.class);
            if (!belongs(turn.sessionId(), kafkaRecord) || !conversations.say(turn.sessionId(), turn.text())) {
                LOG.warnf("words for session %s came while it was not live", turn.sessionId());
            }
        });
    }

    @Incoming("control")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void control(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, event -> {
            if (event.type().equals(Control.Cancel.TYPE)) {
                cancel(event, kafkaRecord);
            }
        });
    }

    private void cancel(CloudEvent event, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        var session = SessionId.of(Json.read(event.data(), Control.Cancel.class).requestId());
        if (belongs(session, kafkaRecord)) {
            desk.end(session, EndReason.CANCELLED);
        }
    }

    private boolean belongs(SessionId session, ConsumerRecord<byte[], byte[]> kafkaRecord) {
        TenantId tenant = Topics.tenantOf(kafkaRecord.topic())
                .orElseThrow(() -> new UnreadableEvent("event.topic", "this topic belongs to no tenant"));
        return store.find(session)
                .filter(found -> found.order().tenant().equals(tenant))
                .isPresent();
    }
}
