package dev.callsheet.conversation.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {
    private final WordList list = new WordList(List.of("darn", "ass", "frick*", "坏蛋", "/\\b\\d{3}-\\d{4}\\b/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Darn it",
                "daaaarn",
                "d4rn",
                "D.A.R.N",
                "d a r n you",
                "da-rn",
                "d*rn",
                "dаrn", // a Cyrillic a
                "da\u200Brn",
                "dárn",
                "ｄａｒｎ",
                "what an ass!",
                "a$$",
                "fricking",
                "你这个坏蛋吗",
                "call 555-1234"
            })
    void evasionsAreSeenThrough(String text) {
        assertThat(list.judge(text).allowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a darning needle",
                "first class glass",
                "as you like",
                "a s is",
                "100 % cotton, 2 * 3",
                "Как дела?",
                "你好",
                "***",
                ""
            })
    void harmlessWordsPass(String text) {
        assertThat(list.judge(text).allowed()).isTrue();
    }

    @Test
    void anEmptyListAllowsAll() {
        assertThat(new WordList(List.of()).judge("... anything").allowed()).isTrue();
    }

    @Test
    void aBrokenExpressionIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordList(List.of("/(a/")))
                .withMessageContaining("'/(a/'");
    }
}
