package dev.callsheet.identity.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.Clips;
import dev.callsheet.identity.voice.Levels;
import dev.callsheet.identity.voice.Pitch;
import dev.callsheet.identity.voice.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileIT {
    private static final String TONE = "sine=frequency=220:sample_rate=48000,volume=4";
    private static final String PICTURE = "color=c=teal:s=64x64:r=10";

    private static Ffmpeg ffmpeg;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        ffmpeg = new Ffmpeg(new BundledPrograms(), Duration.ofSeconds(20));
    }

    @AfterAll
    static void close() {
        ffmpeg.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.wav", "a.mp3", "a.m4a", "a.flac", "a.ogg", "a.aac"})
    void samplesOfEveryKnownKindAreHeard(String name) throws Exception {
        Path file = made(name, List.of("-f", "lavfi", "-i", TONE, "-ac", "2"), 2);

        Sound sound = SoundFile.read(ffmpeg, file).orElseThrow();

        assertThat(sound.rate()).isEqualTo(16_000);
        assertThat(sound.seconds()).isCloseTo(2, within(0.15));
        assertThat(Pitch.of(sound).orElseThrow().medianHertz()).isCloseTo(220, within(1.0));
        // ffmpeg's sine is at an eighth of full scale.
        assertThat(Levels.of(sound).loudnessDbfs()).isCloseTo(-9, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.mov", "clip.webm"})
    void aClipIsHeardIfItHasSoundAndEmptyIfNot(String name) throws Exception {
        List<String> both = List.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", TONE);
        Path sounding = made("sounding-" + name, both, 1);
        Path mute = made("mute-" + name, List.of("-f", "lavfi", "-i", PICTURE), 1);

        assertThat(SoundFile.read(ffmpeg, sounding).orElseThrow().seconds()).isCloseTo(1, within(0.1));
        assertThat(SoundFile.read(ffmpeg, mute)).isEmpty();
    }

    @Test
    void ofALongFileTheFirstTwoMinutesAreHeard() throws Exception {
        Path file = made("long.wav", List.of("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono"), 150);

        assertThat(SoundFile.read(ffmpeg, file).orElseThrow().seconds()).isEqualTo(120);
    }

    @Test
    void whatIsNoSoundIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("a.wav"), "this is no sound at all\n".repeat(50));
        Path playlist = Files.writeString(folder.resolve("a.m3u8"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n");

        assertThatThrownBy(() -> SoundFile.read(ffmpeg, text)).isInstanceOf(NotDecodable.class);
        assertThatThrownBy(() -> SoundFile.read(ffmpeg, playlist)).isInstanceOf(NotDecodable.class);
    }

    @Test
    void samplesThatAreNoNumbersAreSilence() throws Exception {
        Path file = folder.resolve("odd.wav");
        Files.write(file, floats(Float.NaN, Float.POSITIVE_INFINITY, 1e30f, 0.5f));

        float[] samples = SoundFile.read(ffmpeg, file).orElseThrow().samples();

        for (float sample : samples) {
            assertThat(sample).isBetween(-2f, 2f);
        }
    }

    private Path made(String name, List<String> inputs, int seconds) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("-y", "-v", "error"));
        command.addAll(inputs);
        command.addAll(List.of("-t", Integer.toString(seconds), file.toString()));
        Clips.run(command);
        return file;
    }

    /** A WAV file of 1,600 samples in floating point, these over and over. */
    private static byte[] floats(float... values) {
        int bytes = 1600 * Float.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 3)
                .putShort((short) 1)
                .putInt(16_000)
                .putInt(64_000)
                .putShort((short) 4);
        wav.putShort((short) 32).put("data".getBytes()).putInt(bytes);
        for (int i = 0; i < 1600; i++) {
            wav.putFloat(values[i % values.length]);
        }
        return wav.array();
    }
}
