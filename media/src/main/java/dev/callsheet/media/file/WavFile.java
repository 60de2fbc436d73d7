package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A WAV (Microsoft RIFF, 1991): its format, its samples; LIST, id3, bext and the like are not taken over. */
public final class WavFile implements EncodedFile {
    private static final Set<String> KEPT = Set.of("fmt ", "fact", "data");

    private final long size;
    private final List<Riff.Chunk> chunks;

    private WavFile(long size, List<Riff.Chunk> chunks) {
        this.size = size;
        this.chunks = chunks;
    }

    public static WavFile read(Path path) throws IOException {
        byte[] file = EncodedFile.bytes(path);
        // A recorder that was cut off leaves sizes that are too large.
        return new WavFile(file.length, Riff.chunks(file, true));
    }

    @Override
    public MediaFacts facts() {
        long rate = Integer.toUnsignedLong(body("fmt ").getInt(8));
        long samples = body("data").remaining();
        if (rate == 0 || samples == 0) {
            throw MediaRefused.mismatch("the WAV holds no sound");
        }
        return MediaFacts.sound(MediaFormat.WAV, size, samples / (double) rate);
    }

    private ByteBuffer body(String name) {
        return chunks.stream()
                .filter(chunk -> chunk.name().equals(name))
                .findFirst()
                .orElseThrow(() -> MediaRefused.mismatch("the WAV has no '" + name.strip() + "' part"))
                .body();
    }

    @Override
    public void strip(Path path) throws IOException {
        List<Riff.Chunk> kept =
                chunks.stream().filter(chunk -> KEPT.contains(chunk.name())).toList();
        Riff.file("WAVE", kept).write(path);
    }
}
