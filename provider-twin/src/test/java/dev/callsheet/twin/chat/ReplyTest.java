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
    void asManySentencesComeAsAreAskedForAndOrdersAreNotRepeated() {
        assertThat(Reply.to("Speak long. [[sentences:3]] [[fault:chat-cut]]"))
                .startsWith("I am a simulated assistant. You said: Speak long. A real")
                .endsWith("This is sentence 3 of 3 that were asked for.")
                .doesNotContain("[[");
    }

    @Test
    void theTokensAreTheText() {
        String text = Reply.to("one two three");

        assertThat(String.join("", Reply.tokens(text))).isEqualTo(text);
        assertThat(Reply.tokens(text)).hasSizeGreaterThan(10);
    }
}
