package dev.callsheet.twin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {
    @Test
    void theAnswerSaysWhatItIs() {
        assertThat(Reply.to("Who are you?"))
                .startsWith("I am a simulated assistant. You asked: Who are you?")
                .isEqualTo(Reply.to("  Who   are you?  "));
    }

    @Test
    void theTokensAreTheText() {
        String text = Reply.to("one two three");

        assertThat(String.join("", Reply.tokens(text))).isEqualTo(text);
        assertThat(Reply.tokens(text)).hasSizeGreaterThan(10);
    }
}
