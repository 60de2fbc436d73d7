package dev.callsheet.avatar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenTextTest {
    @Test
    void aSentenceIsCompleteAsSoonAsTheNextWordBegins() {
        var sentences = new Sentences();

        assertThat(sentences.add("I am here. ")).containsExactly("I am here.");
        assertThat(sentences.add("And you")).isEmpty();
        assertThat(sentences.rest()).isEqualTo("And you");
    }

    @Test
    void aNumberOrAnAbbreviationIsNoEndOfASentence() {
        assertThat(cut("It costs 3.50 dollars. Good.")).containsExactly("It costs 3.50 dollars.", "Good.");
        assertThat(cut("Mr. Smith is in. Come!")).containsExactly("Mr. Smith is in.", "Come!");
    }

    @Test
    void wideMarksNeedNoSpace() {
        assertThat(cut("\u4f60\u597d\u6211\u662f\u4e00\u4e2a\u52a9\u624b\u3002\u4f60\u597d"))
                .containsExactly("\u4f60\u597d\u6211\u662f\u4e00\u4e2a\u52a9\u624b\u3002", "\u4f60\u597d");
    }

    @Test
    void theFirstPieceOfAudioIsHalfASecondTheOthersAreWhole() {
        var chunks = new AudioChunks();
        var sizes = new ArrayList<Integer>();

        for (int i = 0; i < 30; i++) {
            chunks.add(new byte[4_801]).forEach(chunk -> sizes.add(chunk.length));
        }

        assertThat(sizes).containsExactly(24_000, 48_000, 48_000);
        assertThat(chunks.rest()).hasSize(30 * 4_801 - 120_000);
    }

    private static List<String> cut(String text) {
        var sentences = new Sentences();
        var cut = new ArrayList<String>();
        // Letter by letter, as the worst of models streams.
        text.chars().forEach(letter -> cut.addAll(sentences.add(Character.toString(letter))));
        String rest = sentences.rest();
        if (!rest.isEmpty()) {
            cut.add(rest);
        }
        return cut;
    }
}
