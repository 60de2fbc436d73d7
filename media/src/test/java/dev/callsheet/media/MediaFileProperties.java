package dev.callsheet.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MediaFileProperties {
    private final List<byte[]> seeds = List.of(
            Made.talkativeJpeg(16, 12, 6),
            Made.talkativePng(16, 12, BufferedImage.TYPE_INT_ARGB, 3),
            Made.picture("bmp", 16, 12, BufferedImage.TYPE_INT_RGB),
            latin("\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\u0010moov\0\0\0\btrak\0\0\0\bmdat"),
            latin(
                    "RIFF\u0024\0\0\0WAVEfmt \u0010\0\0\0\1\0\1\0\0\u007d\0\0\0\u00fa\0\0\2\0\u0010\0data\4\0\0\0\0\0\0\0"),
            latin("RIFF\u0016\0\0\0WEBPVP8L\n\0\0\0\u002f\7\u00c0\1\u0010\0\0\0\0\0"),
            mp3(),
            latin(
                    "\u001aE\u00df\u00a3\u0080\u0018S\u0080g\u0090\u0015I\u00a9f\u0081\0\u0016T\u00aek\u0084\u00ae\u0082\u00e0\u0080"));

    MediaFileProperties() throws IOException {}

    /** Any bytes are either a medium or refused: no other end, and none that lasts. */
    @Property(tries = 4000)
    void damagedFilesAreReadOrRefusedAndNothingElse(
            @ForAll @IntRange(max = 7) int seed,
            @ForAll @Size(max = 12) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll byte value)
            throws IOException {
        byte[] file = seeds.get(seed).clone();
        for (int place : places) {
            file[place % file.length] = (byte) (value ^ place);
        }
        // Keeps the first bytes, so that the damage is found by the reader of that format.
        System.arraycopy(seeds.get(seed), 0, file, 0, 4);
        look(file);
        look(Arrays.copyOf(file, places.isEmpty() ? file.length : places.getFirst() % file.length));
    }

    private static void look(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("media", "");
        try {
            Files.write(file, bytes);
            MediaFile.facts(file);
            MediaFile.strip(file);
        } catch (MediaRefused _) {
            // One of the two allowed ends.
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Four frames of 32 kbit/s at 44.1 kHz: 104 bytes each. */
    private static byte[] mp3() {
        ByteBuffer frames = ByteBuffer.allocate(4 * 104);
        for (int i = 0; i < 4; i++) {
            frames.put(i * 104, new byte[] {(byte) 0xff, (byte) 0xfb, 0x10, 0});
        }
        return frames.array();
    }
}
