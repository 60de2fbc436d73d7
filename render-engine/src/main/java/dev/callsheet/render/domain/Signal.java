package dev.callsheet.render.domain;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a take. */
public sealed interface Signal {

    /** The tenant no longer wants it. */
    record Cancel(String reason) implements Signal {}

    /** It is going to be submitted now. */
    record Intended() implements Signal {}

    /**
     * The provider has it, by its own answer or by its list.
     *
     * @param forecast when such a render is expected to end; null if nothing is known
     */
    record Accepted(String providerId, Fact.@Nullable Forecast forecast) implements Signal {
        public Accepted(String providerId) {
            this(providerId, null);
        }
    }

    /** The provider surely renders nothing for it: not sent, put off, throttled, or not found by the list. */
    record NotTaken(String cause) implements Signal {}

    /** The provider or we ourselves refuse it for good; a failed render costs nothing. */
    record Refused(String code, String message, boolean retryable) implements Signal {}

    /** Nobody knows whether the submit has reached the provider. */
    record Ambiguous(String cause) implements Signal {}

    /** It takes longer than any expected time, or the provider does not know it any more. */
    record Late(String cause) implements Signal {}

    /** The provider has finished the clip. */
    record Ended() implements Signal {}

    /** The provider says success and names no medium. */
    record Empty() implements Signal {}

    /** The provider has stopped it at our wish. @param answer what it said */
    record Stopped(String answer) implements Signal {}

    /** The provider would not stop it. @param answer what it said @param then what becomes of the clip */
    record GoesOn(String answer, Unstoppable then) implements Signal {}

    /** An operator knows from the bill how an unsure or wedged take has ended. @param paid whether it was charged */
    record Resolved(boolean paid, String reason) implements Signal {}

    /** The clip is stored and checked. @param repairs what was changed at the inputs */
    record Stored(Fact.Clip clip, List<String> repairs) implements Signal {
        public Stored {
            repairs = List.copyOf(repairs);
        }
    }

    /** The clip could not be fetched this time. */
    record Unfetched(String cause) implements Signal {}
}
