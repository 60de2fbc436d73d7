package dev.callsheet.twin.chat;

import dev.callsheet.twin.Delays;
import dev.callsheet.twin.Delays.Delay;
import dev.callsheet.twin.queue.domain.fault.Blow;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.MindFault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How the OpenAI-style endpoints behave at this moment: their pace, and what goes wrong with a call. */
@Singleton
public class Minds {
    private final LlmSettings settings;
    private final Delays delays;
    private final FaultBoard board;
    private final Clock clock;

    Minds(LlmSettings settings, Delays delays, FaultBoard board, Clock clock) {
        this.settings = settings;
        this.delays = delays;
        this.board = board;
        this.clock = clock;
    }

    /**
     * What strikes a call.
     *
     * @param amount pieces that go out before it; {@link Integer#MAX_VALUE} for none
     */
    public record Struck(Optional<MindFault> fault, Duration lasts, int amount) {
        private static final Struck NOT = new Struck(Optional.empty(), Duration.ZERO, Integer.MAX_VALUE);

        /** True if it is this one. */
        public boolean by(MindFault one) {
            return fault.filter(one::equals).isPresent();
        }
    }

    /** What strikes this call. A call that is limited or fails is refused here. */
    public Struck strike(Door door, String model, String words) {
        var struck = board.strike(Call.mind(door, model, words), clock.instant())
                .first(MindFault.class)
                .map(hit -> struck(hit.fault(), hit.blow()))
                .orElse(Struck.NOT);
        if (struck.fault().isPresent()) {
            switch (struck.fault().get()) {
                case CHAT_LIMITED, SPEECH_LIMITED, TRANSCRIPTION_LIMITED -> throw ApiKey.limited(struck.lasts());
                case CHAT_FAILED, SPEECH_FAILED, TRANSCRIPTION_FAILED -> throw ApiKey.failed();
                default -> {}
            }
        }
        return struck;
    }

    private static Struck struck(MindFault fault, Blow blow) {
        return new Struck(Optional.of(fault), blow.lasts(), blow.amount());
    }

    /** The pace of an answer. */
    public Pace chat() {
        return new Pace(
                delays.of(Delay.LLM_FIRST, settings.firstToken()),
                delays.of(Delay.LLM_BETWEEN, settings.betweenTokens()));
    }

    /** The pace of a voice. */
    public Pace speech() {
        return new Pace(
                delays.of(Delay.SPEECH_FIRST, settings.firstAudio()),
                delays.of(Delay.SPEECH_BETWEEN, settings.betweenAudio()));
    }

    /** From an upload to its text. */
    public Duration transcription() {
        return delays.of(Delay.TRANSCRIPTION, settings.transcription());
    }
}
