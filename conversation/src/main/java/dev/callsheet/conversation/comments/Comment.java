package dev.callsheet.conversation.comments;

import java.time.Instant;

/**
 * What somebody in the audience wrote.
 *
 * @param commentId the platform's own; the same comment told twice has the same id
 * @param author empty if nobody said so: such comments have no limit of their own, and count as one asker together
 */
public record Comment(String commentId, String author, String text, Instant postedAt) {}
