package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.live.show.Shows;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.SessionComment;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.conversation.comments.Comment;
import dev.callsheet.corridor.IncomingEvents;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * What audiences write. Every process reads all of it and takes what is for its own conversations; there is no place in
 * which comments wait. {@link TurnsDoor} tells what cannot be read, or has no session.
 */
@Singleton
class CommentsDoor {
    private static final Logger LOG = Logger.getLogger(CommentsDoor.class);

    private final Shows shows;
    private final LiveSessions sessions;
    private final Clock clock;

    CommentsDoor(Shows shows, LiveSessions sessions, Clock clock) {
        this.shows = shows;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Incoming("comments")
    @Blocking
    void take(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        try {
            CloudEvent event = IncomingEvents.read(kafkaRecord);
            if (event.type().equals(SessionComment.TYPE)) {
                hand(TenantTopic.tenant(kafkaRecord), event, Json.read(event.data(), SessionComment.class));
            }
        } catch (UnreadableEvent e) {
            LOG.debugf("a comment is left to the other door: %s", e.getMessage());
        }
    }

    private void hand(TenantId tenant, CloudEvent event, SessionComment comment) {
        if (!sessions.wasLive(comment.sessionId(), tenant)) {
            return;
        }
        String author = comment.author() == null ? "" : comment.author();
        Instant posted = comment.postedAt() == null ? event.time() : comment.postedAt();
        shows.comment(
                comment.sessionId(),
                new Comment(comment.commentId(), author, comment.text(), posted == null ? clock.instant() : posted));
    }
}
