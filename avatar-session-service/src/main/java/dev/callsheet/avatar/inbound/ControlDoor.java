package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Room;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** What tenants want of their sessions: an end, a pause, another begin. What is about clips is the workers'. */
@Singleton
class ControlDoor {
    private static final Logger LOG = Logger.getLogger(ControlDoor.class);

    private final IncomingEvents events;
    private final SessionStore store;
    private final SessionDesk desk;

    ControlDoor(IncomingEvents events, SessionStore store, SessionDesk desk) {
        this.events = events;
        this.store = store;
        this.desk = desk;
    }

    @Incoming("control")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void obey(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.DOOR, event -> obey(TenantTopic.tenant(kafkaRecord), event));
    }

    private void obey(TenantId tenant, CloudEvent event) {
        switch (event.type()) {
            case Control.Cancel.TYPE -> {
                var request = Json.read(event.data(), Control.Cancel.class).requestId();
                own(SessionId.of(request), tenant, id -> desk.end(id, EndReason.CANCELLED));
            }
            case Control.Pause.TYPE -> {
                var pause = Json.read(event.data(), Control.Pause.class);
                own(pause.sessionId(), tenant, id -> desk.pause(id, pause.reason(), null));
            }
            case Control.Resume.TYPE ->
                own(Json.read(event.data(), Control.Resume.class).sessionId(), tenant, desk::resume);
            default -> {
                // Of clips, or of a later version: the workers say what cannot be read.
            }
        }
    }

    private void own(SessionId id, TenantId tenant, Consumer<SessionId> what) {
        if (store.find(id)
                .filter(found -> found.order().tenant().equals(tenant))
                .isEmpty()) {
            return;
        }
        try {
            what.accept(id);
        } catch (Refused e) {
            LOG.warnf("session %s: %s", id, e.getMessage());
        }
    }
}
