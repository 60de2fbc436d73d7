package dev.callsheet.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptTokensTest {
    @Test
    void namesAreFoundOnceInOrder() {
        assertThat(PromptTokens.names("@{mia} and @{leo} and @{mia}")).containsExactly("mia", "leo");
    }

    @Test
    void anUnclosedNameIsToldAsFarAsItGoes() {
        assertThat(PromptTokens.names("hello @{mia")).containsExactly("mia");
    }

    @Test
    void onlyWholeNumbersAfterAWholeWordCount() {
        assertThat(PromptTokens.numbers("Image 1, Image 12. PreImage 3 Image 4D Image  5 image 6 Image 0", "Image "))
                .containsExactly(1, 12, 0);
    }
}
