package dev.callsheet.conversation.comments;

/** A comment that will not be answered. */
public record Skipped(Comment comment, SkipReason reason) {}
