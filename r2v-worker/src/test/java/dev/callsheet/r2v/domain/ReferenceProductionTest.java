package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Unrenderable;
import org.junit.jupiter.api.Test;

class ReferenceProductionTest {
    private static final String CAST = """
            'media':[{'role':'reference','type':'image','uri':'https://a/mia.png','character':'mia','kind':'human'},
                     {'role':'reference','type':'video','uri':'https://a/tom.mp4','character':'tom'},
                     {'role':'reference','type':'image','uri':'https://a/cup.png','character':'cup','kind':'object'},
                     {'role':'reference','type':'image','uri':'https://a/mia2.png','character':'mia'},
                     {'role':'firstFrame','type':'image','uri':'https://a/room.png'}]""";

    @Test
    void namesBecomeTheModelsWordsCountedByKind() {
        Draft draft = draft("'@{tom} hands @{cup} to @{mia}; @{mia} smiles'");

        assertThat(Json.read(Json.write(draft.payload(7, uri -> uri)))).isEqualTo(Files.json("""
                {'prompt':'Video 1 hands Image 2 to Image 1; Image 1 smiles','ratio':'16:9','resolution':'1080P',
                 'duration':5,'seed':7,'first_frame':'https://a/room.png',
                 'reference_image':['https://a/mia.png','https://a/cup.png','https://a/mia2.png'],
                 'reference_video':['https://a/tom.mp4']}"""));
    }

    @Test
    void aNameThatNobodyBearsIsRefused() {
        assertThatThrownBy(() -> draft("'@{zoe} walks in'"))
                .isInstanceOfSatisfying(
                        Unrenderable.class, e -> assertThat(e.code()).isEqualTo("BINDING_OUT_OF_RANGE"))
                .hasMessage("prompt: found '@{zoe}'; allowed are the characters of the references: mia, tom, cup");
    }

    @Test
    void aPromptIsBoundOnlyIfItNamesEveryCharacter() {
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + CAST + "}", false).request());

        assertThat(Binding.of("@{mia}, @{tom} and @{cup}", cast).bound()).isTrue();
        assertThat(Binding.of("image 3, Video 1 and Image 2", cast).bound()).isTrue();
        assertThat(Binding.of("@{mia} and @{tom}", cast).bound()).isFalse();
        assertThat(Binding.of("a woman and Image 22", cast).bound()).isFalse();
    }

    @Test
    void picturesUnderOneNameAreOneCharacter() {
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + CAST + "}", false).request());

        assertThat(cast.characters()).extracting(Work.Character::name).containsExactly("mia", "tom", "cup");
        assertThat(cast.characters().getFirst().references())
                .containsExactly("https://a/mia.png", "https://a/mia2.png");
    }

    @Test
    void withoutAReferenceOrAPromptThereIsNothingToRender() {
        assertThatThrownBy(() -> new ReferenceProduction()
                        .draft(Files.of(
                                "{'prompt':'x','media':[{'role':'firstFrame','uri':'https://a/1.png'}]}", false)))
                .hasMessageContaining("found 0 references");
        assertThatThrownBy(() -> draft("''")).hasMessageContaining("the model needs one");
    }

    private static Draft draft(String prompt) {
        return new ReferenceProduction().draft(Files.of("{'prompt':" + prompt + "," + CAST + "}", false));
    }
}
