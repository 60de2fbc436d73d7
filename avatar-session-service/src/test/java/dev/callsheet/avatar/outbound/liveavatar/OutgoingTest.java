package dev.callsheet.avatar.outbound.liveavatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.outbound.liveavatar.Outgoing.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing();

    @Test
    void theFormatIsToldBeforeAllThatWaited() {
        outgoing.speak("turn-1", new byte[2]);
        outgoing.speakEnd("turn-1");
        outgoing.connected();

        assertThat(sent()).containsExactly("Format", "Audio turn-1", "AudioEnd turn-1");
    }

    @Test
    void whatWaitsOfAnInterruptedUtteranceIsDropped() {
        outgoing.speak("turn-1", new byte[2]);
        outgoing.speak("turn-1", new byte[2]);
        outgoing.next();

        outgoing.interrupt();
        outgoing.speak("turn-2", new byte[2]);

        assertThat(sent()).containsExactly("Interrupt", "Audio turn-2");
    }

    @Test
    void ifTheInterruptedIsHeardAllTheSameItIsInterruptedAgainAndTheNewIsGivenOnceMore() {
        outgoing.speak("turn-1", new byte[2]);
        outgoing.interrupt();
        outgoing.speak("turn-2", new byte[2]);
        sent();
        outgoing.speakEnd("turn-2");

        assertThat(outgoing.started("turn-1")).isEmpty();

        assertThat(sent()).containsExactly("Interrupt", "Audio turn-2", "AudioEnd turn-2");
        assertThat(outgoing.ended("turn-1")).isEmpty();
        assertThat(outgoing.started("turn-2")).contains("turn-2");
    }

    @Test
    void whatHasEndedIsNotGivenAgain() {
        outgoing.speak("turn-1", new byte[2]);
        outgoing.interrupt();
        outgoing.speak("turn-2", new byte[2]);
        outgoing.speakEnd("turn-2");
        sent();
        outgoing.started("turn-2");
        outgoing.ended("turn-2");

        outgoing.started("turn-1");

        assertThat(sent()).containsExactly("Interrupt");
    }

    @Test
    void somethingOldThatComesVeryLateDoesNotTakeAwayWhatIsSaidNow() {
        whatHasEndedIsNotGivenAgain();
        outgoing.speak("turn-3", new byte[2]);
        sent();

        assertThat(outgoing.started("turn-1")).isEmpty();

        assertThat(sent()).isEmpty();
    }

    @Test
    void anUtteranceThatIsSaidAgainHasANameOfItsOwnOnTheWire() {
        outgoing.speak("turn-1", new byte[2]);
        outgoing.interrupt();
        sent();

        outgoing.speak("turn-1", new byte[2]);

        assertThat(sent()).containsExactly("Audio turn-1~2");
        assertThat(outgoing.started("turn-1")).isEmpty();
        assertThat(outgoing.started("turn-1~2")).contains("turn-1");
        assertThat(outgoing.ended("turn-1~2")).contains("turn-1");
    }

    private List<String> sent() {
        var all = new ArrayList<String>();
        for (var next = outgoing.next(); next.isPresent(); next = outgoing.next()) {
            all.add(
                    switch (next.get()) {
                        case Message.Format _ -> "Format";
                        case Message.Audio audio -> "Audio " + audio.eventId();
                        case Message.AudioEnd end -> "AudioEnd " + end.eventId();
                        case Message.Interrupt _ -> "Interrupt";
                    });
        }
        return all;
    }
}
