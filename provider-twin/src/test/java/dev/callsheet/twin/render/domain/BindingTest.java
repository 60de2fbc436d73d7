package dev.callsheet.twin.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.twin.render.domain.Binding.Reference;
import org.junit.jupiter.api.Test;

class BindingTest {

    @Test
    void namedReferencesAreCountedPerKindFromOne() {
        var binding = Binding.of("Image 2 greets Video 1 and image 2 again", 2, 1);

        assertThat(binding.bound()).isTrue();
        assertThat(binding.references()).containsExactly(new Reference(false, 1), new Reference(true, 0));
    }

    @Test
    void chineseWordsNameReferencesToo() {
        assertThat(Binding.of("图1在跳舞,视频 2", 1, 2).references())
                .containsExactly(new Reference(false, 0), new Reference(true, 1));
    }

    @Test
    void withoutNamesAllReferencesAreShownUnbound() {
        var binding = Binding.of("she dances", 1, 1);

        assertThat(binding.bound()).isFalse();
        assertThat(binding.references()).containsExactly(new Reference(false, 0), new Reference(true, 0));
    }

    @Test
    void aNumberBeyondTheListBindsNothing() {
        assertThat(Binding.of("Image 3 and Image 0 dance", 2, 0).bound()).isFalse();
    }
}
