package dev.callsheet.conversation.turn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words for the avatar.
 *
 * @param inputId the same words told twice have the same id, and are taken once
 * @param author whose words they are; null if nobody said so
 * @param verbatim to be spoken as they are, instead of being answered
 * @param endOfInput when the person had finished: the moment from which an answer is waited for
 * @param transcribed when speech had become text; null for words that were text
 */
public record Input(
        String inputId,
        String text,
        Origin origin,
        @Nullable String author,
        boolean verbatim,
        Instant endOfInput,
        @Nullable Instant transcribed) {}
