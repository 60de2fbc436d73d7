package dev.callsheet.conversation.turn;

import java.time.Instant;
import java.util.List;

/**
 * A turn that is over.
 *
 * @param number from 1, rising by one
 * @param inputs what was answered; more than one if words were merged
 * @param answer all that the language model had written
 * @param spoken the part of it that was heard, up to the last whole word
 */
public record TurnRecord(
        int number,
        List<Input> inputs,
        String answer,
        String spoken,
        boolean interrupted,
        Timeline timeline,
        Instant endedAt) {
    public TurnRecord {
        inputs = List.copyOf(inputs);
    }
}
