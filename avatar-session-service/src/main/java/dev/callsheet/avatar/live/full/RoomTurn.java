package dev.callsheet.avatar.live.full;

import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Timeline;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One turn in the provider's room, as far as it is known. Used in one place at a time. */
final class RoomTurn {
    /** A voice's usual pace, for what was spoken of an answer that was cut: the provider does not tell. */
    private static final double WORDS_PER_SECOND = 2.5;

    final int number;
    final List<Input> inputs;
    private final Instant begun;
    private final List<String> sentences = new ArrayList<>();
    private String answer = "";
    private boolean acknowledged;
    private @Nullable Instant sent;
    private @Nullable Instant firstWords;
    private @Nullable Instant started;
    int tries;

    RoomTurn(int number, List<Input> inputs, Instant begun) {
        this.number = number;
        this.inputs = List.copyOf(inputs);
        this.begun = begun;
    }

    /** How long it takes to say. */
    static Duration timeOf(String words) {
        return Duration.ofMillis(Math.round(1000 * words.split(" ").length / WORDS_PER_SECOND));
    }

    /** All its words for the provider, one after the other. */
    String words() {
        return String.join("\n", inputs.stream().map(Input::text).toList());
    }

    boolean verbatim() {
        return !inputs.isEmpty() && inputs.stream().allMatch(Input::verbatim);
    }

    /** The id of the command of this try. */
    String commandId() {
        return "turn-" + number + "." + tries;
    }

    boolean isOf(String source) {
        return source.startsWith("turn-" + number + ".");
    }

    void sentAt(Instant now) {
        if (sent == null) {
            sent = now;
        }
    }

    void acknowledge() {
        acknowledged = true;
    }

    boolean acknowledged() {
        return acknowledged;
    }

    /** Returns the sentence's index, or -1 if it is known. */
    int sentence(String text, Instant now) {
        acknowledged = true;
        if (text.isEmpty() || sentences.contains(text)) {
            return -1;
        }
        if (firstWords == null) {
            firstWords = now;
        }
        sentences.add(text);
        return sentences.size() - 1;
    }

    void answer(String text) {
        if (!text.isEmpty()) {
            answer = text;
        }
    }

    boolean hasSentences() {
        return !sentences.isEmpty();
    }

    String answer() {
        return answer.isEmpty() ? String.join(" ", sentences) : answer;
    }

    /** True the first time. */
    boolean start(Instant now) {
        acknowledged = true;
        boolean first = started == null;
        if (first) {
            started = now;
        }
        return first;
    }

    boolean started() {
        return started != null;
    }

    TurnRecord ended(boolean interrupted, Instant now) {
        var from = inputs.isEmpty() ? begun : inputs.getLast().endOfInput();
        var transcribed = inputs.isEmpty() ? null : inputs.getLast().transcribed();
        var timeline = new Timeline(from, transcribed, firstWords, firstWords, null, sent, started);
        return new TurnRecord(number, inputs, answer(), spoken(interrupted, now), interrupted, timeline, now);
    }

    private String spoken(boolean interrupted, Instant now) {
        if (!interrupted) {
            return answer();
        }
        if (started == null) {
            return "";
        }
        var words = List.of(answer().split(" "));
        double seconds = Duration.between(started, now).toMillis() / 1000.0;
        int heard = (int) Math.min(words.size(), Math.floor(seconds * WORDS_PER_SECOND));
        return String.join(" ", words.subList(0, heard));
    }
}
