package dev.callsheet.identity.decode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.voice.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sound of a clip or of a voice sample in a local file, decoded by a child process. */
public final class SoundFile {
    /** Of a longer file its beginning is listened to. */
    static final int MOST_SECONDS = 120;

    private static final int MOST_SAMPLES = MOST_SECONDS * Sound.RATE;
    private static final int MOST_PROBE_BYTES = 1 << 16;
    private static final int CHUNK = 1 << 15;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SoundFile() {}

    /**
     * Decodes the first sound stream, its channels mixed to one.
     *
     * @return nothing if the file is readable and has no sound stream
     * @throws NotDecodable if it is no sound or clip of a known kind, is damaged, or takes too long
     */
    public static Optional<Sound> read(Ffmpeg ffmpeg, Path file) {
        String address = "file:" + file.toAbsolutePath();
        List<String> question = List.of("-select_streams", "a:0", "-show_entries", "stream=index", "-of", "json");
        boolean sounds = ffmpeg.probe(
                question,
                address,
                stdout -> JSON.readTree(stdout.readNBytes(MOST_PROBE_BYTES))
                        .path("streams")
                        .has(0));
        if (!sounds) {
            return Optional.empty();
        }
        List<String> after = List.of(
                "-map",
                "0:a:0",
                "-vn",
                "-sn",
                "-dn",
                "-t",
                Integer.toString(MOST_SECONDS),
                "-ac",
                "1",
                "-ar",
                Integer.toString(Sound.RATE),
                "-threads",
                "1",
                "-c:a",
                "pcm_f32le",
                "-f",
                "f32le",
                "pipe:1");
        return Optional.of(ffmpeg.decode(List.of("-i", address), after, SoundFile::samples));
    }

    private static Sound samples(InputStream stdout) throws IOException {
        float[] samples = new float[10 * Sound.RATE];
        int count = 0;
        byte[] chunk = new byte[CHUNK];
        for (int n = stdout.readNBytes(chunk, 0, CHUNK);
                n > 0 && count < MOST_SAMPLES;
                n = stdout.readNBytes(chunk, 0, CHUNK)) {
            ByteBuffer floats = ByteBuffer.wrap(chunk, 0, n).order(ByteOrder.LITTLE_ENDIAN);
            while (floats.remaining() >= Float.BYTES && count < MOST_SAMPLES) {
                if (count == samples.length) {
                    samples = Arrays.copyOf(samples, Math.min(2 * count, MOST_SAMPLES));
                }
                samples[count++] = audible(floats.getFloat());
            }
        }
        return new Sound(Arrays.copyOf(samples, count), Sound.RATE);
    }

    /** Files with floating-point samples may hold anything at all. */
    private static float audible(float sample) {
        return Float.isFinite(sample) ? Math.clamp(sample, -2f, 2f) : 0;
    }
}
