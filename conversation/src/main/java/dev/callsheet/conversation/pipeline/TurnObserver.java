package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.util.List;

/** Watches a conversation's turns, for those who measure. Called where the conversation runs: must not block. */
public interface TurnObserver {
    TurnObserver NONE = new TurnObserver() {
        @Override
        public void began(int turn, List<Input> inputs) {}

        @Override
        public void ended(TurnRecord turn) {}
    };

    void began(int turn, List<Input> inputs);

    void ended(TurnRecord turn);
}
