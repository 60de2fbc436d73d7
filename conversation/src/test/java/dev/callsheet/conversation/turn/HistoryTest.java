package dev.callsheet.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.LanguageModel.Speaker;
import dev.callsheet.conversation.line.LanguageModel.Words;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void theModelSeesWhatWasHeardAndThatItWasCutOff() {
        var history = new History(Manner.PLAIN, 100, List.of());

        history.add(turn("Where?", "Down the road and left.", "Down the road", true));

        assertThat(history.asking(List.of(input("Again, please."))))
                .extracting(Words::text)
                .endsWith("Where?", "Down the road " + History.CUT, "Again, please.");
    }

    @Test
    void wordsThatTheAvatarWasGivenToSayAreItsOwn() {
        var history = new History(Manner.PLAIN, 100, List.of());
        var verbatim = new Input("1", "Welcome.", Origin.SYSTEM, null, true, NOW, null);

        history.add(new TurnRecord(1, List.of(verbatim), "Welcome.", "Welcome.", false, Timeline.from(verbatim), NOW));

        assertThat(history.asking(List.of(input("Hi."))).get(1)).isEqualTo(new Words(Speaker.AVATAR, "Welcome."));
    }

    @Test
    void theOldestGoFirstAndTheFrameAndTheLastWordsNever() {
        var history = new History(new Manner("calm", "It is open till nine.", "en"), 10, List.of());
        for (int i = 0; i < 20; i++) {
            history.add(turn("Question " + i, "Answer " + i, "Answer " + i, false));
        }

        var seen = history.asking(List.of(input("The last one, longer than all that the budget holds by far.")));

        assertThat(seen).hasSize(6);
        assertThat(seen.getFirst().text()).contains("calm", "open till nine", "language en");
        assertThat(seen.get(1).text()).isEqualTo("Question 18");
        assertThat(seen.getLast().text()).startsWith("The last one");
    }

    private static TurnRecord turn(String asked, String answer, String spoken, boolean interrupted) {
        var input = input(asked);
        return new TurnRecord(1, List.of(input), answer, spoken, interrupted, Timeline.from(input), NOW);
    }

    private static Input input(String text) {
        return new Input(text, text, Origin.TYPED, null, false, NOW, null);
    }
}
