package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.PromptNames.Called;
import dev.callsheet.contracts.PromptNames.Numbered;
import dev.callsheet.contracts.VideoRequest.MediumType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Image 1 waves, IMAGE, 1, true",
        "Video 12 turns, VIDEO, 12, true",
        "[Image 1] waves, IMAGE, 1, false",
        "@Image1 waves, IMAGE, 1, false",
        "<image_2> waves, IMAGE, 2, false",
        "{{img-3}} waves, IMAGE, 3, false",
        "image 1 waves, IMAGE, 1, false",
        "让图1跑, IMAGE, 1, false",
        "@图片2跑, IMAGE, 2, false",
        "视频3和, VIDEO, 3, false"
    })
    void aNumberIsReadInEveryWay(String prompt, MediumType type, int number, boolean ownWay) {
        assertThat(PromptNames.in(prompt)).singleElement().isInstanceOfSatisfying(Numbered.class, found -> {
            assertThat(found.counts()).contains(type);
            assertThat(found.number()).isEqualTo(number);
            assertThat(found.ownWay()).isEqualTo(ownWay);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an imaginary 1",
                "reimage 1",
                "Image 1080p",
                "video 2.0",
                "image 16:9",
                "images 1 and 2",
                "Image",
                "Image 1x",
                "a vivid 3"
            })
    void wordsThatOnlyLookAlikeNameNothing(String prompt) {
        assertThat(PromptNames.in(prompt)).isEmpty();
    }

    @Test
    void aNameStandsInBraces() {
        assertThat(PromptNames.in("@{mia} meets @{ leo }"))
                .extracting(name -> ((Called) name).name())
                .containsExactly("mia", "leo");
        assertThat(PromptNames.in("hello @{mi"))
                .singleElement()
                .extracting(n -> ((Called) n).name())
                .isEqualTo("mi");
    }

    @Test
    void charactersAreCountedTogether() {
        assertThat(PromptNames.in("character2 and character 1"))
                .extracting(name -> ((Numbered) name).counts().isEmpty())
                .containsExactly(true, true);
    }

    @Test
    void onlyTheNamesAreWrittenAnew() {
        assertThat(PromptNames.rewritten(
                        "[Image 1], @{mia} and 图2!", name -> "<" + name.text().length() + ">"))
                .isEqualTo("<9>, <6> and <2>!");
    }
}
