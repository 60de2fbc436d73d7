package dev.callsheet.avatar.live.recorder;

import dev.callsheet.conversation.turn.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the wait for an answer. One ends where the next begins, so that their sum is the whole wait. */
public enum Stage {
    /** Speech becomes text. */
    TRANSCRIBE,
    /** The language model's first word. */
    THINK,
    /** The rest of its first sentence. */
    WRITE,
    /** The voice's first sound. */
    VOICE,
    /** Enough of it for a first chunk, and that chunk on its way. */
    SEND,
    /** The avatar begins to speak. */
    RENDER;

    /** A stage of one turn. */
    public record Part(Stage stage, Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** As it stands in metrics and spans. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stages that a turn went through, as far as it came. What was not waited for is left out. */
    public static List<Part> parts(Timeline line) {
        var parts = new ArrayList<Part>();
        Instant from = line.endOfInput();
        for (Stage stage : values()) {
            Instant to = stage.end(line);
            if (to != null) {
                // Clocks of two processes may disagree by a little: a stage is never shorter than nothing.
                Instant end = to.isBefore(from) ? from : to;
                parts.add(new Part(stage, from, end));
                from = end;
            }
        }
        return List.copyOf(parts);
    }

    private @Nullable Instant end(Timeline line) {
        return switch (this) {
            case TRANSCRIBE -> line.transcribed();
            case THINK -> line.firstToken();
            case WRITE -> line.firstSentence();
            case VOICE -> line.firstAudio();
            case SEND -> line.sent();
            case RENDER -> line.firstFrame();
        };
    }
}
