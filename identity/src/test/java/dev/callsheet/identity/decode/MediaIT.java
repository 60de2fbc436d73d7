package dev.callsheet.identity.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.Photographs;
import dev.callsheet.identity.picture.Picture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaIT {
    @TempDir
    private Path folder;

    private Ffmpeg ffmpeg;

    @BeforeEach
    void start() {
        ffmpeg = new Ffmpeg(new BundledPrograms(), Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void aPictureIsWhatItsContentSaysWhateverItsName() throws Exception {
        Path png = folder.resolve("face.png");
        ImageIO.write(Photographs.image("person-1-a"), "png", png.toFile());
        for (String format : List.of("webp", "jpg", "png")) {
            Path made = folder.resolve("made." + format);
            Clips.run(List.of("-y", "-v", "error", "-i", png.toString(), made.toString()));
            Path misnamed = Files.move(made, folder.resolve("reference-" + format + ".txt"));

            Picture picture = read(misnamed);

            assertThat(picture.width()).as(format).isEqualTo(440);
            assertThat(picture.height()).as(format).isEqualTo(450);
        }
    }

    @Test
    void aLargePictureIsShrunkToWhatTheModelsNeed() throws Exception {
        Path large = folder.resolve("large.jpg");
        Clips.run(List.of(
                "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=4000x3000", "-frames:v", "1", large.toString()));

        Picture picture = read(large);

        assertThat(picture.width()).isEqualTo(1280);
        assertThat(picture.height()).isEqualTo(960);
    }

    @Test
    void aCutOffFileIsRefused() throws Exception {
        Path clip = new Clips(folder).of("whole", 2, Clips.nobody());
        byte[] bytes = Files.readAllBytes(clip);
        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 3));

        assertThatThrownBy(() -> ClipFile.open(ffmpeg, cut, "")).isInstanceOf(NotDecodable.class);
    }

    @Test
    void aPlaylistOpensNoOtherFile() throws Exception {
        Path clip = new Clips(folder).of("secret", 1, Clips.nobody());
        Path playlist = folder.resolve("list.mp4");
        Files.writeString(playlist, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + clip + "\n#EXT-X-ENDLIST\n");

        assertThatThrownBy(() -> ClipFile.open(ffmpeg, playlist, ""))
                .isInstanceOf(NotDecodable.class)
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void aDecoderThatTakesTooLongIsStopped() throws Exception {
        Path clip = new Clips(folder).of("long", 4, Photographs.image("person-1-a"));
        try (Ffmpeg hasty = new Ffmpeg(new BundledPrograms(), Duration.ofMillis(5))) {
            assertThatThrownBy(() -> ClipFile.open(hasty, clip, ""))
                    .isInstanceOf(NotDecodable.class)
                    .hasMessageContaining("longer than");
        }
    }

    @Test
    void textIsNoPicture() throws Exception {
        Path text = folder.resolve("face.png");
        Files.writeString(text, "this is no picture at all");

        assertThatThrownBy(() -> read(text)).hasMessage("not a JPEG, PNG or WebP picture");
        assertThat(PictureFile.is("GIF89a..........".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    private Picture read(Path file) throws Exception {
        byte[] head = Arrays.copyOf(Files.readAllBytes(file), 16);
        return PictureFile.read(ffmpeg, file, head);
    }
}
