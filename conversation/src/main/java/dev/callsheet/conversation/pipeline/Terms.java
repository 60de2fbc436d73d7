package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.Manner;
import dev.callsheet.conversation.turn.TurnPolicy;
import dev.callsheet.conversation.turn.TurnRules;

/**
 * On what terms a conversation is held.
 *
 * @param tokens how much of what was said the language model is shown
 * @param replay how many messages are kept for viewers who come back
 */
public record Terms(TurnRules rules, Manner manner, Pacing pacing, Patience patience, int tokens, int replay) {
    private static final int WAITING = 20;
    private static final int TOKENS = 3000;
    private static final int REPLAY = 500;

    /** The usual ones. */
    public static Terms of(TurnPolicy policy, Manner manner) {
        return new Terms(new TurnRules(policy, WAITING), manner, Pacing.USUAL, Patience.USUAL, TOKENS, REPLAY);
    }

    public Terms with(TurnRules other) {
        return new Terms(other, manner, pacing, patience, tokens, replay);
    }

    public Terms with(Pacing other) {
        return new Terms(rules, manner, other, patience, tokens, replay);
    }

    public Terms with(Patience other) {
        return new Terms(rules, manner, pacing, other, tokens, replay);
    }

    public Terms remembering(int otherTokens) {
        return new Terms(rules, manner, pacing, patience, otherTokens, replay);
    }

    public Terms replaying(int messages) {
        return new Terms(rules, manner, pacing, patience, tokens, messages);
    }
}
