package dev.callsheet.conversation.pipeline;

import java.time.Duration;

/**
 * How long is waited for the others, before a turn goes on or ends without them.
 *
 * @param model for its next word
 * @param voice for its next sound
 * @param start for the avatar to say that it speaks
 * @param end for the avatar to say that it has ended, beyond the length of what it was given
 * @param line for another line once one is lost
 * @param person for words from somebody who began to speak
 * @param farewell for a conversation to end politely
 */
public record Patience(
        Duration model,
        Duration voice,
        Duration start,
        Duration end,
        Duration line,
        Duration person,
        Duration farewell) {
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(8),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(45));
}
