package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionComment;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.SessionTurn;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Room;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What tenants say in sessions by their own topics. Words that cannot be answered are told as skipped, never dropped in
 * silence. Comments are looked at here for their form only; {@link CommentsDoor} takes them.
 */
@Singleton
class TurnsDoor {
    private final IncomingEvents events;
    private final Conversations conversations;
    private final LiveSessions sessions;
    private final SkippedWords skipped;
    private final Clock clock;

    TurnsDoor(
            IncomingEvents events,
            Conversations conversations,
            LiveSessions sessions,
            SkippedWords skipped,
            Clock clock) {
        this.events = events;
        this.conversations = conversations;
        this.sessions = sessions;
        this.skipped = skipped;
        this.clock = clock;
    }

    @Incoming("turns")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void take(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.DOOR, event -> {
            TenantId tenant = TenantTopic.tenant(kafkaRecord);
            switch (event.type()) {
                case SessionTurn.TYPE -> said(tenant, event, Json.read(event.data(), SessionTurn.class));
                case SessionComment.TYPE -> commented(tenant, Json.read(event.data(), SessionComment.class));
                default -> throw TenantTopic.unknownType(event, SessionTurn.TYPE + " and " + SessionComment.TYPE);
            }
        });
    }

    private void said(TenantId tenant, CloudEvent event, SessionTurn turn) {
        SessionId id = turn.sessionId();
        String inputId = turn.inputId() == null ? InputIds.ofEvent(event) : turn.inputId();
        if (turn.text().isBlank()) {
            skipped.tell(tenant, id, inputId, "turn.empty");
        } else if (turn.text().length() > ViewerMessage.LONGEST_TEXT) {
            skipped.tell(tenant, id, inputId, "turn.too_long");
        } else if (!sessions.isLive(id, tenant) || !conversations.say(id, input(inputId, turn))) {
            skipped.tell(tenant, id, inputId, "session.not_live");
        }
    }

    private void commented(TenantId tenant, SessionComment comment) {
        if (!sessions.wasLive(comment.sessionId(), tenant)) {
            skipped.tell(tenant, comment.sessionId(), comment.commentId(), "session.not_live");
        }
    }

    /** An answer is waited for from now on: how long the record has waited is the partner's. */
    private Input input(String inputId, SessionTurn turn) {
        Instant now = clock.instant();
        return new Input(inputId, turn.text(), Origin.KAFKA, null, Boolean.TRUE.equals(turn.verbatim()), now, null);
    }
}
