package dev.callsheet.conversation.plan;

/**
 * Something the avatar talks about when nobody asks.
 *
 * @param verbatim to be spoken as it is; otherwise it tells the language model what to talk about
 */
public record TalkingPoint(String text, boolean verbatim) {}
