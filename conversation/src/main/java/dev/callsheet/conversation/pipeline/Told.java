package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a viewer is told. */
public sealed interface Told {
    /** Where things stand, at the begin and after each return. @param resumed nothing was missed */
    record Hello(boolean resumed) implements Told {}

    /** @param state the session's state in lower case @param place in the waiting room, from 1 */
    record State(
            String state, @Nullable String reason, @Nullable Integer place) implements Told {}

    /** The picture will come from there: be ready for it. */
    record MediaNext(int leg, Media media) implements Told {}

    /** From now on the picture comes from this leg. */
    record MediaSwitch(int leg) implements Told {}

    /** The session will end. */
    record Closing(String reason, Instant at) implements Told {}

    /** The last message. */
    record SessionEnded(String reason) implements Told {}

    record TurnQueued(String inputId, int place) implements Told {}

    /** These words are not answered. @param reason a stable dotted code */
    record TurnSkipped(
            String inputId, String reason, @Nullable String author) implements Told {}

    record TurnStarted(int turn, List<Input> inputs) implements Told {
        public TurnStarted {
            inputs = List.copyOf(inputs);
        }
    }

    record TurnToken(int turn, String text) implements Told {}

    /** This sentence begins to be spoken. @param index from 0 */
    record TurnSentence(int turn, int index, String text) implements Told {}

    record TurnSpeaking(int turn) implements Told {}

    record TurnEnded(TurnRecord turn) implements Told {}

    /** Whether somebody is heard speaking into a microphone. */
    record Hearing(boolean speech) implements Told {}

    /** What was understood. */
    record Heard(String text) implements Told {}

    /** For the provider's room; whoever stands in it passes it on. @param json a message of the provider's own */
    record VendorControl(String json) implements Told {}

    record Trouble(String code, String message) implements Told {}
}
