package dev.callsheet.conversation.plan;

import dev.callsheet.conversation.turn.Input;
import java.time.Instant;

/** What a session is to do now by its plan. */
public sealed interface Step {
    /** Say this talking point. @param position where the programme stands then; to be stored once it was said */
    record Say(Input input, String position) implements Step {}

    /** A comment has the word. */
    record Answer() implements Step {}

    /** Fall silent and cost nothing until then. */
    record Rest(Instant until) implements Step {}

    /** Rest no longer. */
    record Wake() implements Step {}

    /** The plan is over. */
    record End() implements Step {}

    record Nothing() implements Step {}
}
