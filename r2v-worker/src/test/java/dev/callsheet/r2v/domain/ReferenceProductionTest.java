package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Violation;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Unrenderable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceProductionTest {
    private static final String CAST = """
            'media':[{'role':'reference','type':'image','uri':'https://a/mia.png','character':'mia','kind':'human'},
                     {'role':'reference','type':'video','uri':'https://a/tom.mp4','character':'tom'},
                     {'role':'reference','type':'image','uri':'https://a/cup.png','character':'cup','kind':'object'},
                     {'role':'reference','type':'image','uri':'https://a/mia2.png','character':'mia'},
                     {'role':'firstFrame','type':'image','uri':'https://a/room.png'}]""";

    private static final String VOICED = """
            'media':[{'role':'reference','type':'image','uri':'https://a/mia.png','character':'mia','kind':'human',
                      'voice':{'uri':'s3://callsheet/tenant/demo/media/mia.wav','required':true}},
                     {'role':'reference','type':'video','uri':'https://a/tom.mp4','character':'tom'},
                     {'role':'reference','type':'image','uri':'https://a/cup.png','character':'cup','kind':'object'}]""";
    private static final List<Violation> PROMISED = List.of(
            Violation.of(Reason.VOICE_AS_REFERENCE_CLIP, "/media/0/voice", null, null),
            Violation.of(Reason.VOICE_TRIMMED, "/media/0/voice/seconds", null, null));

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
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + CAST + "}", false));

        assertThat(Binding.of("@{mia}, @{tom} and @{cup}", cast).bound()).isTrue();
        assertThat(Binding.of("image 3, Video 1 and Image 2", cast).bound()).isTrue();
        assertThat(Binding.of("[Image 1], <video_1> and 图2", cast).prompt()).isEqualTo("Image 1, Video 1 and Image 2");
        assertThat(Binding.of("@{mia} and @{tom}", cast).bound()).isFalse();
        assertThat(Binding.of("a woman and Image 22", cast).bound()).isFalse();
    }

    @Test
    void picturesUnderOneNameAreOneCharacter() {
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + CAST + "}", false));

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

    @Test
    void aPictureWithAVoiceGoesOutAsAClipAndIsCalledOne() {
        Draft draft = voiced("'@{mia} greets @{tom} and @{cup}; [Image 2] falls, Image 1 laughs'", 5);

        assertThat(draft.fields().get("prompt"))
                .isEqualTo("Video 1 greets Video 2 and Image 1; Image 1 falls, Video 1 laughs");
        assertThat(Json.read(Json.write(draft.payload(7, uri -> uri)))).isEqualTo(Files.json("""
                {'prompt':'Video 1 greets Video 2 and Image 1; Image 1 falls, Video 1 laughs','ratio':'16:9',
                 'resolution':'1080P','duration':5,'seed':7,'reference_image':['https://a/cup.png'],
                 'reference_video':['https://a/mia.png with the voice s3://callsheet/tenant/demo/media/mia.wav',
                                    'https://a/tom.mp4']}"""));
        assertThat(draft.inputs().getFirst().voice())
                .isEqualTo(new Draft.Voice("s3://callsheet/tenant/demo/media/mia.wav", true));
    }

    @Test
    void besideAClipThatAVoiceMadeTenSecondsAreTheMost() {
        assertThatThrownBy(() -> voiced("'@{mia}'", 11))
                .isInstanceOfSatisfying(
                        Unrenderable.class, e -> assertThat(e.code()).isEqualTo("DURATION_OUT_OF_RANGE"));
        assertThat(voiced("'@{mia}'", 10).seconds()).isEqualTo(10);
    }

    @Test
    void aRequiredVoiceThatTheDecisionDoesNotCarryIsNotLeftOut() {
        assertThatThrownBy(() -> new ReferenceProduction().draft(Files.of("{'prompt':'x'," + VOICED + "}", false)))
                .isInstanceOfSatisfying(
                        Unrenderable.class, e -> assertThat(e.code()).isEqualTo("VOICE_NOT_CARRIED"));
    }

    @Test
    void whatIsMeasuredIsThePictureAndNotTheClipMadeOfIt() {
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + VOICED + "}", false, PROMISED));

        assertThat(cast.characters().getFirst().references()).containsExactly("https://a/mia.png");
        assertThat(cast.characters())
                .extracting(Work.Character::voice)
                .containsExactly("s3://callsheet/tenant/demo/media/mia.wav", null, null);
        assertThat(Binding.of("@{mia}, Video 1 and 图2", cast).bound()).isTrue();
    }

    @Test
    void aVoiceThatIsNotHandedOverIsNotExpectedInTheClip() {
        Cast cast = Cast.of(Files.of("{'prompt':'x'," + VOICED + "}", false));

        assertThat(cast.characters()).extracting(Work.Character::voice).containsOnlyNulls();
    }

    @Test
    void aTakeMadeInVainIsCountedInItsCampaignAlone() {
        Take take = Shots.failed(2, true, false).take();
        var failed = (TakeState.Failed) take.state();

        assertThat(new ReferenceProduction().unmade(Shots.file("'campaign':'spring'"), take, failed))
                .contains(new Work.Unmade(Files.ID, take.id(), Files.TENANT, "spring", true, 2, "provider.failed"));
        assertThat(new ReferenceProduction().unmade(Shots.file("'maxTakes':2"), take, failed))
                .isEmpty();
    }

    private static Draft voiced(String prompt, int seconds) {
        String request = "{'prompt':" + prompt + ",'output':{'seconds':" + seconds + "}," + VOICED + "}";
        return new ReferenceProduction().draft(Files.of(request, false, PROMISED));
    }

    private static Draft draft(String prompt) {
        return new ReferenceProduction().draft(Files.of("{'prompt':" + prompt + "," + CAST + "}", false));
    }
}
