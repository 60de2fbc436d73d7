package dev.callsheet.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenTextTest {
    @Test
    void onlyWholeWordsWereHeard() {
        assertThat(SpokenText.heard("The house is red.", 0)).isEmpty();
        assertThat(SpokenText.heard("The house is red.", 0.5)).isEqualTo("The");
        assertThat(SpokenText.heard("The house is red.", 0.55)).isEqualTo("The house");
        assertThat(SpokenText.heard("The house is red.", 0.99)).isEqualTo("The house is");
        assertThat(SpokenText.heard("The house is red.", 1)).isEqualTo("The house is red.");
    }

    @Test
    void ideographsAreWordsOfTheirOwn() {
        assertThat(SpokenText.heard("\u4f60\u597d\u6211\u662f\u4e00\u4e2a", 0.5))
                .isEqualTo("\u4f60\u597d\u6211");
    }

    @Test
    void sentencesAreJoinedAsTheirLanguageWritesThem() {
        assertThat(SpokenText.join(List.of("One.", "Two."))).isEqualTo("One. Two.");
        assertThat(SpokenText.join(List.of("\u4f60\u597d\u3002", "\u518d\u89c1\u3002")))
                .isEqualTo("\u4f60\u597d\u3002\u518d\u89c1\u3002");
    }

    @Test
    void piecesOfSoundAreWholeSamples() {
        var second = java.time.Duration.ofSeconds(1);
        assertThat(Pcm.piece(47_999, false, second)).isZero();
        assertThat(Pcm.piece(48_001, false, second)).isEqualTo(48_000);
        assertThat(Pcm.piece(4_801, true, second)).isEqualTo(4_800);
        assertThat(Pcm.piece(1, true, second)).isZero();
    }
}
