package dev.callsheet.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void aSentenceIsCompleteAsSoonAsASpaceFollowsItsMark() {
        var sentences = new Sentences();

        assertThat(sentences.add("I am here. ")).containsExactly("I am here.");
        assertThat(sentences.add("And you")).isEmpty();
        assertThat(sentences.rest()).isEqualTo("And you");
        assertThat(sentences.rest()).isEmpty();
    }

    @Test
    void abbreviationsInitialsAndShortFormsEndNothing() {
        assertThat(cut("Mr. Smith and Dr. J. Jones are in. Come!"))
                .containsExactly("Mr. Smith and Dr. J. Jones are in.", "Come!");
        assertThat(cut("Use tools, e.g. a hammer. Or z.B. a saw.")).hasSize(2);
        assertThat(cut("I live in the U.S. and like it. Yes."))
                .containsExactly("I live in the U.S. and like it.", "Yes.");
    }

    @Test
    void numbersEndNothing() {
        assertThat(cut("It costs 3.50 dollars. Good.")).containsExactly("It costs 3.50 dollars.", "Good.");
        assertThat(cut("1. Open it. 2. Close it.")).containsExactly("1. Open it.", "2. Close it.");
        assertThat(cut("Am 3. Mai ist es so weit. Gut.")).containsExactly("Am 3. Mai ist es so weit.", "Gut.");
        assertThat(cut("It was in 1999. Then it ended.")).containsExactly("It was in 1999.", "Then it ended.");
    }

    @Test
    void anEllipsisEndsASentenceOnlyIfAnotherBegins() {
        assertThat(cut("Well... let me think. Yes.")).containsExactly("Well... let me think.", "Yes.");
        assertThat(cut("I do not know\u2026 Maybe he does.")).containsExactly("I do not know\u2026", "Maybe he does.");
    }

    @Test
    void quotesAndBracketsBelongToTheSentenceTheyClose() {
        assertThat(cut("He said \"Stop!\" She did (at once.) So it was."))
                .containsExactly("He said \"Stop!\"", "She did (at once.)", "So it was.");
        assertThat(cut("Really?! Yes.")).containsExactly("Really?!", "Yes.");
    }

    @Test
    void wideMarksNeedNoSpace() {
        assertThat(cut("\u4f60\u597d\u3002\u6211\u662f\u52a9\u624b\uff01\u300c\u597d\u3002\u300d\u518d\u89c1"))
                .containsExactly(
                        "\u4f60\u597d\u3002",
                        "\u6211\u662f\u52a9\u624b\uff01",
                        "\u300c\u597d\u3002\u300d",
                        "\u518d\u89c1");
    }

    @Test
    void theFirstPieceOfALongSentenceIsItsFirstClause() {
        assertThat(cut("If you look at it from the other side of the street, it is red, as far as I can see."))
                .containsExactly(
                        "If you look at it from the other side of the street,", "it is red, as far as I can see.");
        assertThat(cut("Apples, pears and plums. Good.")).containsExactly("Apples, pears and plums.", "Good.");
    }

    @Test
    void aVeryLongSentenceIsCutAtAClauseOrAWordAndLosesNothing() {
        String words = "First. " + "one and another word ".repeat(40).strip();
        var cut = cut(words);

        assertThat(cut).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(240));
        assertThat(String.join(" ", cut)).isEqualTo(words);
        assertThat(cut("x".repeat(1000)))
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(240));
        assertThat(cut("\u6211\u662f".repeat(300)))
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(60));
    }

    @Test
    void whatCannotBeSpokenIsNoSentence() {
        assertThat(cut("... - \ud83d\udc4d\n\n")).isEmpty();
        assertThat(cut("Yes.\n\n- First point\n- Second point"))
                .containsExactly("Yes.", "- First point", "- Second point");
    }

    /** As a whole and letter by letter, as the worst of models streams: the same comes out. */
    private static List<String> cut(String text) {
        var whole = new Sentences();
        var atOnce = new ArrayList<>(whole.add(text));
        add(atOnce, whole.rest());
        var sentences = new Sentences();
        var cut = new ArrayList<String>();
        for (char letter : text.toCharArray()) {
            cut.addAll(sentences.add(String.valueOf(letter)));
        }
        add(cut, sentences.rest());
        assertThat(cut).isEqualTo(atOnce);
        return cut;
    }

    private static void add(List<String> cut, String rest) {
        if (!rest.isEmpty()) {
            cut.add(rest);
        }
    }
}
