package dev.callsheet.render.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.DoorSettings;
import dev.callsheet.render.FakeProvider;
import dev.callsheet.render.MemoryStore;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Unrenderable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String PICTURE = "s3://callsheet/tenant/demo/media/mia.png";
    private static final String VOICE = "s3://callsheet/tenant/demo/media/mia.wav";
    private static final String ELSEWHERE = "https://10.0.0.8/a.png?signature=secret";

    private final MemoryStore store = new MemoryStore();
    private final Door door = new Door(DoorSettings.forHosts(Set.of()));
    private FakeProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new FakeProvider();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB), "png", picture);
        store.objects.put("tenant/demo/media/mia.png", picture.toByteArray());
        store.objects.put("tenant/demo/media/mia.wav", "RIFF....WAVE".getBytes(StandardCharsets.ISO_8859_1));
    }

    @AfterEach
    void close() {
        provider.close();
        door.close();
    }

    @Test
    void anHttpsAddressIsHandedOnUnlessTheDecisionPromisesARepairAtIt() throws Exception {
        List<Draft.Input> inputs = List.of(new Draft.Input("first_frame", false, MediumType.IMAGE, ELSEWHERE));

        assertThat(prepare(inputs, Set.of(), VoiceClips.NONE).getFirst().address())
                .isEqualTo(ELSEWHERE);
        assertThatThrownBy(() -> prepare(inputs, Set.of(ELSEWHERE), VoiceClips.NONE))
                .isInstanceOfSatisfying(
                        Unrenderable.class, e -> assertThat(e.code()).isEqualTo("MEDIA_UNREACHABLE"))
                .hasMessageContaining("not in the public network")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPictureWithAVoiceIsHandedOverAsOneClipAndByItselfAsAPicture() throws Exception {
        var voiced = new Draft.Input("reference_video", true, MediumType.IMAGE, PICTURE, new Draft.Voice(VOICE, false));
        var plain = new Draft.Input("first_frame", false, MediumType.IMAGE, PICTURE);
        VoiceClips voices = (picture, sample, trim, folder) -> {
            assertThat(ImageIO.read(picture.toFile()).getColorModel().hasAlpha())
                    .isFalse();
            assertThat(sample).hasContent("RIFF....WAVE");
            Path film = Files.writeString(folder.resolve("film.mp4"), "a film");
            return new VoiceClips.Film(film, List.of("VOICE_AS_REFERENCE_CLIP: made"));
        };

        List<PreparedInput> prepared = prepare(List.of(voiced, plain), Set.of(), voices);

        assertThat(prepared.getFirst().uri()).isEqualTo(PICTURE + " with the voice " + VOICE);
        assertThat(prepared.getFirst().address()).endsWith(".mp4");
        assertThat(prepared.getFirst().repairs())
                .containsExactly("ALPHA_FLATTENED: transparent parts made white", "VOICE_AS_REFERENCE_CLIP: made");
        assertThat(prepared.getLast().address()).endsWith(".png");
    }

    @Test
    void aVoiceThatIsNoneEndsTheTakeBeforeMoney() {
        var voiced =
                new Draft.Input("reference_video", true, MediumType.IMAGE, PICTURE, new Draft.Voice(PICTURE, false));

        assertThatThrownBy(() -> prepare(List.of(voiced), Set.of(), VoiceClips.NONE))
                .isInstanceOfSatisfying(
                        Unrenderable.class, e -> assertThat(e.code()).isEqualTo("MEDIA_TYPE_MISMATCH"));
        assertThat(provider.uploads).hasValue(0);
    }

    private List<PreparedInput> prepare(List<Draft.Input> inputs, Set<String> repaired, VoiceClips voices)
            throws IOException {
        return new Inputs(store, provider, door, voices).prepare(inputs, DEMO, repaired);
    }
}
