package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** An MP3: a row of frames (ISO 11172-3 and 13818-3, layer III), counted one by one. Tags around it are not taken over. */
public final class Mp3File implements EncodedFile {
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    /** Where the description of a variable bit rate may stand in the first frame. */
    private static final int[] INFO_AT = {36, 21, 13, 23};

    private static final int MOST_JUNK = 64 << 10;

    private final byte[] file;
    private int start = -1;
    private int end;
    private double seconds;

    private Mp3File(byte[] file) {
        this.file = file;
    }

    public static Mp3File read(Path path) throws IOException {
        Mp3File mp3 = new Mp3File(EncodedFile.bytes(path));
        mp3.count();
        return mp3;
    }

    private void count() {
        int at = afterTags();
        int junk = 0;
        while (at + 4 <= file.length && junk < MOST_JUNK) {
            int length = length(at);
            boolean sure = length > 0 && at + length <= file.length && (start >= 0 || followed(at + length));
            if (!sure) {
                if (start >= 0 && junk == 0 && tag(at)) {
                    break;
                }
                at++;
                junk++;
                continue;
            }
            if (start < 0) {
                start = at;
            }
            if (at != start || !info(at)) {
                seconds += samples(at) / (double) rate(at);
            }
            at += length;
            end = at;
            junk = 0;
        }
        if (start < 0 || seconds == 0) {
            throw MediaRefused.mismatch("the MP3 holds no sound");
        }
    }

    private int afterTags() {
        int at = 0;
        while (at + 10 <= file.length && text(at, 3).equals("ID3")) {
            int size = 0;
            for (int i = 6; i < 10; i++) {
                size = size << 7 | file[at + i] & 0x7f;
            }
            at += 10 + size + ((file[at + 5] & 0x10) != 0 ? 10 : 0);
        }
        return at;
    }

    private boolean tag(int at) {
        return text(at, 3).equals("TAG") || text(at, 8).equals("APETAGEX");
    }

    private boolean followed(int next) {
        return next == file.length || (next + 4 <= file.length && (length(next) > 0 || tag(next)));
    }

    /** Of the frame that begins here, in bytes; 0 if none does. */
    private int length(int at) {
        if (MediaFormat.of(Arrays.copyOfRange(file, at, at + 4)).orElse(null) != MediaFormat.MP3 || file[at] == 'I') {
            return 0;
        }
        int[] kbits = first(at) ? KBITS_1 : KBITS_2;
        return samples(at) / 8 * kbits[(file[at + 2] & 0xf0) >> 4] * 1000 / rate(at) + (file[at + 2] >> 1 & 1);
    }

    private boolean first(int at) {
        return (file[at + 1] & 0x18) == 0x18;
    }

    private int samples(int at) {
        return first(at) ? 1152 : 576;
    }

    private int rate(int at) {
        int shift = first(at) ? 0 : (file[at + 1] & 0x18) == 0x10 ? 1 : 2;
        return RATES[(file[at + 2] & 0x0c) >> 2] >> shift;
    }

    private boolean info(int at) {
        return Arrays.stream(INFO_AT)
                        .mapToObj(offset -> text(at + offset, 4))
                        .anyMatch(word -> word.equals("Xing") || word.equals("Info"))
                || text(at + 36, 4).equals("VBRI");
    }

    private String text(int at, int length) {
        int to = Math.min(file.length, at + length);
        return at >= to ? "" : new String(file, at, to - at, StandardCharsets.ISO_8859_1);
    }

    @Override
    public MediaFacts facts() {
        return MediaFacts.sound(MediaFormat.MP3, file.length, seconds);
    }

    @Override
    public void strip(Path path) throws IOException {
        Pieces frames = new Pieces();
        frames.add(file, start, end - start);
        frames.write(path);
    }
}
