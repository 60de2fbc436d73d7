package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Violation;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.Room;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Routed requests for a live session: each becomes an offer, which costs nothing until somebody starts it. */
@Singleton
class WorkDoor {
    private final IncomingEvents events;
    private final SessionDesk desk;
    private final HouseRules rules;

    WorkDoor(IncomingEvents events, SessionDesk desk, HouseRules rules) {
        this.events = events;
        this.desk = desk;
        this.rules = rules;
    }

    @Incoming("work")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void take(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.ASSIGNMENT, this::offer);
    }

    private void offer(CloudEvent event) {
        if (!event.type().equals(Work.Assigned.TYPE)) {
            throw new UnreadableEvent(
                    "event.type", "attribute 'type': found '" + event.type() + "'; allowed is " + Work.Assigned.TYPE);
        }
        var work = Json.read(event.data(), Work.Assigned.class);
        VideoRequest request = RequestReader.read(work.request()).request();
        VideoRequest.Avatar avatar = request == null ? null : request.avatar();
        String avatarId =
                avatar == null || avatar.id() == null || avatar.id().isBlank() ? defaultAvatar(work) : avatar.id();
        if (avatarId == null) {
            throw new UnreadableEvent("work.avatar", "field 'request.avatar.id': missing; expected an avatar's id");
        }
        var offer = new Offer(work.requestId(), work.tenant());
        desk.offer(rules.ofRequest(offer, avatarId, avatar == null ? null : avatar.persona()), Traces.current());
    }

    /** The tenant's own, which the decision has put in where the request names none. */
    private static @Nullable String defaultAvatar(Work.Assigned work) {
        return work.decision().repairs().stream()
                .filter(repair -> repair.code().equals(Reason.DEFAULT_AVATAR.name()))
                .map(Violation::allowed)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
