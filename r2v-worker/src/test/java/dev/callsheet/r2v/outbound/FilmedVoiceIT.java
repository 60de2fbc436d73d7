package dev.callsheet.r2v.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Child;
import dev.callsheet.decoder.Jail;
import dev.callsheet.decoder.Limits;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFile;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.VoiceClips.Film;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmedVoiceIT {
    private final FilmedVoice voices = new FilmedVoice(new BundledPrograms(), Duration.ofSeconds(60), 5, 10);

    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void paint() throws IOException {
        picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(1999, 1001, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    }

    @Test
    void theFilmShowsThePictureForAsLongAsTheVoiceSounds() throws Exception {
        Film film = voices.film(picture, sample(7), false, folder);

        MediaFacts facts = MediaFile.facts(film.file());
        assertThat(facts.sound()).isTrue();
        assertThat(facts.seconds()).isCloseTo(7, within(0.1));
        assertThat(facts.width()).isEqualTo(1920);
        assertThat(facts.height()).isEven();
        assertThat(film.repairs()).containsExactly("VOICE_AS_REFERENCE_CLIP: picture and voice made one clip of 7.0 s");
    }

    @Test
    void aJpegAndAnMp3DoAsWell() throws Exception {
        Path photo = folder.resolve("picture.jpeg");
        ImageIO.write(new BufferedImage(700, 500, BufferedImage.TYPE_INT_RGB), "jpeg", photo.toFile());
        Path sample = folder.resolve("voice.mp3");
        Jail jail = new Jail(new Limits(200, Duration.ofSeconds(30), 1));
        List<String> command = List.of("-f", "lavfi", "-i", "sine=d=6", "file:" + sample);
        try (Child child = jail.start(new BundledPrograms().file("ffmpeg"), command, folder)) {
            assertThat(child.ended().code()).isZero();
        }

        MediaFacts facts =
                MediaFile.facts(voices.film(photo, sample, false, folder).file());

        assertThat(facts.sound()).isTrue();
        assertThat(facts.width()).isEqualTo(700);
        assertThat(facts.seconds()).isCloseTo(6, within(0.15));
    }

    @Test
    void aLongVoiceIsCutOnlyWithLeave() throws Exception {
        assertThat(refused(sample(14), false).code()).isEqualTo("VOICE_SAMPLE_TOO_LONG");

        Film film = voices.film(picture, sample(14), true, folder);

        assertThat(MediaFile.facts(film.file()).seconds()).isCloseTo(10, within(0.1));
        assertThat(film.repairs()).contains("VOICE_TRIMMED: 14.0 s made 10.0 s");
    }

    @Test
    void aVoiceThatIsTooShortIsRefused() throws Exception {
        assertThat(refused(sample(3), true)).hasMessage("voice: found 3.0 s; allowed are 5 to 10 s");
    }

    @Test
    void whatIsNoVoiceEndsInARefusalAndNotInTheService() throws Exception {
        byte[] wav = Tone.wav(7);
        byte[] garbled = wav.clone();
        // A codec that nobody has, and more channels than anybody.
        garbled[20] = 0x77;
        Arrays.fill(garbled, 22, 24, (byte) 0xff);
        Path playlist = write("list.wav", "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refused(write("garbled.wav", garbled), false).code()).isEqualTo("VOICE_NOT_CARRIED");
        assertThat(refused(playlist, false).code()).isEqualTo("MEDIA_TYPE_MISMATCH");
    }

    @Test
    void aFilmThatTakesTooLongIsGivenUp() throws Exception {
        var hurried = new FilmedVoice(new BundledPrograms(), Duration.ofMillis(1), 5, 10);
        Path sample = sample(7);

        assertThat(catchThrowableOfType(Unrenderable.class, () -> hurried.film(picture, sample, false, folder)))
                .hasMessageContaining("took too long");
    }

    @Test
    void onAPlatformWithoutTheProgramTheReasonIsSaid() throws Exception {
        var elsewhere = new FilmedVoice(new BundledPrograms("plan9-mips"), Duration.ofSeconds(60), 5, 10);
        Path sample = sample(7);

        assertThat(catchThrowableOfType(Unrenderable.class, () -> elsewhere.film(picture, sample, false, folder)))
                .hasMessage("voice: the program that makes the reference clip is not there on this platform");
    }

    private Unrenderable refused(Path sample, boolean trim) {
        return catchThrowableOfType(Unrenderable.class, () -> voices.film(picture, sample, trim, folder));
    }

    private Path sample(double seconds) throws IOException {
        return write("voice.wav", Tone.wav(seconds));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
