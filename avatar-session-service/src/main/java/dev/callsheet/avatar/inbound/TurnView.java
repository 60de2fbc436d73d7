package dev.callsheet.avatar.inbound;

import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A turn that is over, without its words. */
record TurnView(int turn, boolean interrupted, List<InputView> inputs, Instant endedAt, TimelineView timeline) {
    record InputView(String inputId, String origin) {
        static InputView of(Input input) {
            return new InputView(input.inputId(), input.origin().name().toLowerCase(Locale.ROOT));
        }
    }

    static TurnView of(TurnRecord turn) {
        return new TurnView(
                turn.number(),
                turn.interrupted(),
                turn.inputs().stream().map(InputView::of).toList(),
                turn.endedAt(),
                TimelineView.of(turn.timeline()));
    }
}
