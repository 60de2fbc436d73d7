package dev.callsheet.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FfmpegIT {
    private static final List<String> SIZE =
            List.of("-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0");
    private static final List<String> ONE_PICTURE =
            List.of("-frames:v", "1", "-vf", "scale=64:36", "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1");
    private static final List<String> ALL_SOUND = List.of("-map", "0:a:0", "-ac", "1", "-f", "s16le", "pipe:1");

    private final Ffmpeg ffmpeg = new Ffmpeg(new BundledPrograms(), Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void clipsOfTheKnownCodecsAreDecodedIn1080p() throws Exception {
        List<List<String>> coders = List.of(
                List.of("h264.mp4", "libx264", "-preset", "ultrafast"),
                List.of("hevc.mp4", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le"),
                List.of("vp9.webm", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"),
                List.of("av1.mkv", "libsvtav1", "-preset", "12"));
        for (List<String> coder : coders) {
            Path clip = made(coder.getFirst(), "testsrc2=s=1920x1080:d=0.2", "-c:v", coder.subList(1, coder.size()));

            assertThat(probed(clip)).as(coder.getFirst()).endsWith(",1920,1080");
            assertThat(bytes(clip, ONE_PICTURE)).as(coder.getFirst()).isEqualTo(64 * 36 * 3);
        }
    }

    @Test
    void aClipIn4kIsDecodedWithinTheMemory() throws Exception {
        Path clip = made("4k.mp4", "testsrc2=s=4096x2304:d=0.4", "-c:v", List.of("libx264", "-preset", "ultrafast"));

        List<String> all = List.of("-vf", "scale=64:36", "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1");
        assertThat(bytes(clip, all)).isEqualTo(10 * 64 * 36 * 3);
    }

    @Test
    void soundOfTheKnownKindsIsDecoded() throws Exception {
        for (String kind : List.of("wav", "mp3", "flac", "ogg", "aac", "m4a")) {
            Path sound = made("sound." + kind, "sine=d=0.5:r=48000", "-ac", List.of("1"));

            assertThat(bytes(sound, ALL_SOUND)).as(kind).isBetween(48_000, 60_000);
        }
    }

    @Test
    void whatNeedsMoreMemoryIsRefusedWithThisReason() throws Exception {
        Path large = made("large.png", "color=s=5600x5600:d=1", "-frames:v", List.of("1", "-pix_fmt", "rgba64be"));

        assertThatThrownBy(() -> bytes(large, ONE_PICTURE))
                .isInstanceOf(NotDecodable.class)
                .hasMessageContaining("needs more memory");
    }

    @Test
    void whatTakesTooLongIsRefusedWithThisReason() throws Exception {
        Path clip = made("clip.mp4", "testsrc2=s=640x360:d=1", "-c:v", List.of("libx264", "-preset", "ultrafast"));

        try (Ffmpeg hasty = new Ffmpeg(new BundledPrograms(), Duration.ofMillis(2))) {
            assertThatThrownBy(() -> hasty.probe(SIZE, "file:" + clip, InputStream::readAllBytes))
                    .hasMessage("decoding took longer than 0.002 s");
        }
    }

    @Test
    void closingEndsWhatRunsAndBlamesNoFile() throws Exception {
        Path clip = made("clip.mp4", "testsrc2=s=640x360:d=1", "-c:v", List.of("libx264", "-preset", "ultrafast"));
        List<String> endless = List.of("-stream_loop", "-1", "-i", "file:" + clip);
        List<String> raw = List.of("-f", "rawvideo", "pipe:1");

        assertThatThrownBy(() -> ffmpeg.decode(endless, raw, stdout -> {
                    stdout.readNBytes(100_000);
                    ffmpeg.close();
                    return stdout.readAllBytes();
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void onlyLocalFilesAreRead() {
        for (String address : List.of("http://127.0.0.1/clip.mp4", "concat:a|b", "/etc/hostname", "-version")) {
            assertThatThrownBy(() -> ffmpeg.probe(SIZE, address, InputStream::readAllBytes))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String probed(Path file) {
        return new String(ffmpeg.probe(SIZE, "file:" + file, InputStream::readAllBytes)).strip();
    }

    private int bytes(Path file, List<String> after) {
        return ffmpeg.decode(List.of("-i", "file:" + file), after, InputStream::readAllBytes).length;
    }

    private Path made(String name, String source, String option, List<String> rest) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("-v", "quiet", "-f", "lavfi", "-i", source, option));
        command.addAll(rest);
        command.add(file.toString());
        int code = new BundledPrograms()
                .program("ffmpeg", command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(folder.resolve("log"))).isZero();
        return file;
    }
}
