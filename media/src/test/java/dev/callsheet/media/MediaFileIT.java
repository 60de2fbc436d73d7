package dev.callsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaFileIT {
    private static final String[] TALK = {
        "-metadata",
        "title=" + Made.TOLD,
        "-metadata",
        "comment=" + Made.TOLD,
        "-metadata",
        "location=+52.52+013.40/",
        "-metadata",
        "creation_time=2026-01-02T03:04:05Z",
        "-bitexact"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.mp4,MP4", "a.mov,MOV"})
    void aClipSaysItsSizeLengthAndSoundAndNothingElseAfterStripping(String name, MediaFormat format) throws Exception {
        Path file =
                clip(name, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "use_metadata_tags");
        MediaFacts before = MediaFile.facts(file);
        assertThat(text(file)).contains(Made.TOLD);

        assertThat(before.format()).isEqualTo(format);
        assertThat(before.width()).isEqualTo(320);
        assertThat(before.height()).isEqualTo(240);
        assertThat(before.sound()).isTrue();
        assertThat(before.seconds()).isCloseTo(2.0, within(0.1));

        MediaFile.strip(file);

        assertThat(MediaFile.facts(file)).isEqualTo(before);
        assertThat(text(file)).doesNotContain(Made.TOLD, "+52.52");
        assertThat(md5(file))
                .isEqualTo(md5(clip("plain-" + name, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac")));
    }

    @Test
    void aWebmSaysItsSizeAndLengthAndIsNotStripped() throws Exception {
        Path file = clip("a.webm", "-c:v", "libvpx", "-c:a", "opus", "-strict", "-2");

        MediaFacts facts = MediaFile.facts(file);

        assertThat(facts.format()).isEqualTo(MediaFormat.WEBM);
        assertThat(facts.width()).isEqualTo(320);
        assertThat(facts.sound()).isTrue();
        assertThat(facts.seconds()).isCloseTo(2.0, within(0.1));
        assertThatThrownBy(() -> MediaFile.strip(file)).isInstanceOf(MediaRefused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a.wav,pcm_s16le,44100",
        "b.wav,pcm_s16le,16000",
        "a.mp3,libmp3lame,44100",
        "b.mp3,libmp3lame,22050",
        "c.mp3,libmp3lame,8000"
    })
    void aSoundSaysItsLengthAndNoMoreThanItsSamplesAfterStripping(String name, String codec, int rate)
            throws Exception {
        Path file = folder.resolve(name);
        Made.ffmpeg(
                file,
                join(new String[] {"-f", "lavfi", "-i", "sine=f=440:d=6.5", "-ar", "" + rate, "-c:a", codec}, TALK));
        MediaFacts before = MediaFile.facts(file);
        assertThat(text(file)).contains(Made.TOLD);
        // An encoder fills up its last frames: more at a low rate.
        assertThat(before.seconds()).isCloseTo(6.5, within(0.25));

        MediaFile.strip(file);

        assertThat(text(file)).doesNotContain(Made.TOLD);
        assertThat(MediaFile.facts(file).seconds()).isEqualTo(before.seconds());
    }

    @Test
    void aMonoMp3WithAChangingRateIsCountedFrameByFrame() throws Exception {
        Path file = folder.resolve("v.mp3");
        Made.ffmpeg(file, "-f", "lavfi", "-i", "sine=f=440:d=7.5", "-ac", "1", "-c:a", "libmp3lame", "-q:a", "6");

        assertThat(MediaFile.facts(file).seconds()).isCloseTo(7.5, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"1,60,40", "3,60,40", "6,40,60", "8,40,60"})
    void aJpegKeepsItsPixelsProfileAndOrientationOnly(int orientation, int width, int height) throws Exception {
        Path file = write("a.jpg", Made.talkativeJpeg(60, 40, orientation));
        BufferedImage pixels = ImageIO.read(file.toFile());
        MediaFacts before = MediaFile.facts(file);
        assertThat(before.width()).isEqualTo(width);
        assertThat(before.height()).isEqualTo(height);

        MediaFile.strip(file);

        assertThat(text(file))
                .doesNotContain(Made.TOLD, "Photoshop", "ns.adobe", "MPF")
                .contains("ICC_PROFILE");
        assertThat(text(file).contains("Exif")).isEqualTo(orientation != 1);
        assertThat(MediaFile.facts(file))
                .usingRecursiveComparison()
                .ignoringFields("bytes")
                .isEqualTo(before);
        assertSame(ImageIO.read(file.toFile()), pixels);
        byte[] once = Files.readAllBytes(file);
        MediaFile.strip(file);
        assertThat(file).hasBinaryContent(once);
    }

    @Test
    void aProgressiveJpegIsReadScanByScan() throws Exception {
        Path file = folder.resolve("p.jpg");
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(
                    null,
                    new javax.imageio.IIOImage(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), null, null),
                    param);
        }
        byte[] before = Files.readAllBytes(file);

        MediaFile.strip(file);

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aPngKeepsItsPixelsAndSaysWhetherTheyCanBeTransparent() throws Exception {
        Path file = write("a.png", Made.talkativePng(60, 40, BufferedImage.TYPE_INT_ARGB, 6));
        BufferedImage pixels = ImageIO.read(file.toFile());
        MediaFacts before = MediaFile.facts(file);
        assertThat(before.alpha()).isTrue();
        assertThat(before.width()).isEqualTo(40);

        MediaFile.strip(file);

        assertThat(text(file)).doesNotContain(Made.TOLD, "tEXt").contains("gAMA", "eXIf");
        assertThat(MediaFile.facts(file))
                .usingRecursiveComparison()
                .ignoringFields("bytes")
                .isEqualTo(before);
        assertSame(ImageIO.read(file.toFile()), pixels);
        assertThat(MediaFile.facts(write("b.png", Made.picture("png", 5, 5, BufferedImage.TYPE_INT_RGB)))
                        .alpha())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,yuv420p,false", "0,yuva420p,true", "1,bgra,true"})
    void aWebpSaysItsSizeAndLosesItsExif(int lossless, String pixels, boolean alpha) throws Exception {
        Path file = folder.resolve("a.webp");
        Made.ffmpeg(
                file,
                "-f",
                "lavfi",
                "-i",
                "color=c=red@0.5:s=64x48,format=" + pixels,
                "-frames:v",
                "1",
                "-c:v",
                "libwebp",
                "-lossless",
                "" + lossless,
                "-pix_fmt",
                pixels);
        assertThat(MediaFile.facts(file).width()).isEqualTo(64);
        assertThat(MediaFile.facts(file).height()).isEqualTo(48);
        assertThat(MediaFile.facts(file).alpha()).isEqualTo(alpha);
        byte[] plain = Files.readAllBytes(file);
        byte[] exif = Made.exif(1);
        ByteBuffer more = ByteBuffer.allocate(plain.length + 8 + exif.length + (exif.length & 1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(plain)
                .put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(exif.length)
                .put(exif);
        more.putInt(4, more.capacity() - 8);
        Files.write(file, more.array());

        MediaFile.strip(file);

        assertThat(file).hasBinaryContent(plain);
    }

    @Test
    void aSmallFileThatWouldBecomeAHugePictureIsRefusedUnread() throws Exception {
        byte[] bomb = Made.picture("png", 8, 8, BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        Path file = write("bomb.png", bomb);

        assertThatThrownBy(() -> MediaFile.facts(file))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("60000 x 60000 pixels");
    }

    @Test
    void whatIsCutShortOrSomethingElseIsRefused() throws Exception {
        byte[] jpeg = Made.talkativeJpeg(60, 40, 1);
        byte[] png = Made.picture("png", 60, 40, BufferedImage.TYPE_INT_RGB);
        byte[] mp4 = Files.readAllBytes(clip("a.mp4", "-c:v", "libx264", "-c:a", "aac"));

        for (byte[] whole : new byte[][] {java.util.Arrays.copyOf(jpeg, jpeg.length - Made.TOLD.length()), png, mp4}) {
            Path file = write("half", java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
            assertThatThrownBy(() -> MediaFile.facts(file)).isInstanceOf(MediaRefused.class);
        }
        assertThatThrownBy(() -> MediaFile.facts(write("x", "#!/bin/sh".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("allowed are JPEG");
    }

    private Path clip(String name, String... codec) throws Exception {
        String[] inputs = {"-f", "lavfi", "-i", "testsrc=s=320x240:d=2", "-f", "lavfi", "-i", "sine=f=300:d=2"};
        return Made.ffmpeg(folder.resolve(name), join(join(inputs, codec), TALK));
    }

    private String md5(Path file) throws Exception {
        Path sums = Made.ffmpeg(folder.resolve("sums.md5"), "-i", file.toString(), "-f", "framemd5");
        return Files.readString(sums);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String[] join(String[] first, String[] second) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(second))
                .toArray(String[]::new);
    }

    private static void assertSame(BufferedImage found, BufferedImage expected) {
        assertThat(found.getRGB(0, 0, found.getWidth(), found.getHeight(), null, 0, found.getWidth()))
                .isEqualTo(
                        expected.getRGB(0, 0, expected.getWidth(), expected.getHeight(), null, 0, expected.getWidth()));
    }
}
