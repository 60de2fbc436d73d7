package dev.callsheet.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in the audience wrote, on {@code callsheet.turns.<tenant>}: one of many, of which the best are answered.
 *
 * @param commentId the platform's own; the same comment told twice has the same id
 * @param author as the avatar may say it; null if nobody said so
 * @param postedAt null for the time of the event
 */
public record SessionComment(
        SessionId sessionId,
        String commentId,
        @Nullable String author,
        String text,
        @Nullable Instant postedAt) {
    public static final String TYPE = "dev.callsheet.comment.posted.v1";
}
