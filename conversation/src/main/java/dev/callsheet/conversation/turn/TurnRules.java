package dev.callsheet.conversation.turn;

/**
 * Who may speak when.
 *
 * @param waiting how many inputs may wait; one more is told as skipped
 */
public record TurnRules(TurnPolicy policy, int waiting) {
    /** Words that nobody in front of the avatar said wait for their place, whatever the policy. */
    boolean cuts(Input input) {
        return policy == TurnPolicy.INTERRUPT
                && switch (input.origin()) {
                    case TYPED, SPOKEN, REST, KAFKA -> true;
                    case COMMENT, SCRIPT, SYSTEM -> false;
                };
    }
}
