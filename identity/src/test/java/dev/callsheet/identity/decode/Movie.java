package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * A QuickTime file of one still, shown ten times, box by box; any box's content can be another (ISO/IEC 14496-12,
 * section 8).
 *
 * @param still a JPEG
 * @param instead contents by the box's name
 */
record Movie(byte[] still, Map<String, byte[]> instead) {
    private static final int FRAMES = 10;
    private static final int FIRST_SAMPLE = 28;

    static byte[] box(String type, byte[]... content) {
        byte[] inside = join(content);
        return join(ints(inside.length + 8), latin(type), inside);
    }

    /** Big-endian, 32 bit each. */
    static byte[] ints(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    static byte[] bytes(int count) {
        return new byte[count];
    }

    byte[] file() {
        return file(1);
    }

    byte[] file(int tracks) {
        return join(start(), box("moov", moov(tracks)));
    }

    /** All that stands before the index. */
    byte[] start() {
        return join(box("ftyp", latin("qt  "), ints(0), latin("qt  ")), box("mdat", still));
    }

    byte[] moov(int tracks) {
        byte[][] all = new byte[tracks + 1][];
        all[0] = named("mvhd", ints(0, 0, 0, 1000, 400, 0x10000, 0x1000000), bytes(72));
        for (int i = 0; i < tracks; i++) {
            all[i + 1] = track(i + 1);
        }
        return join(all);
    }

    private byte[] track(int number) {
        byte[] head = named("tkhd", ints(7, 0, 0, number, 0, 400), bytes(16), matrix(), ints(64 << 16, 64 << 16));
        byte[] handler = box("hdlr", ints(0), latin("mhlrvide"), bytes(13));
        byte[] data = box("dinf", named("dref", ints(0, 1), box("url ", ints(1))));
        byte[] media = box("minf", box("vmhd", ints(1), bytes(8)), data, box("stbl", table()));
        byte[] edits = instead.containsKey("elst") ? box("edts", named("elst")) : bytes(0);
        return box("trak", head, edits, box("mdia", named("mdhd", ints(0, 0, 0, 1000, 400, 0)), handler, media));
    }

    private static byte[] matrix() {
        return ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    }

    private byte[] table() {
        byte[] entry = box(
                "jpeg",
                bytes(6),
                new byte[] {0, 1},
                bytes(16),
                size(),
                ints(0x480000, 0x480000, 0),
                bytes(34),
                ints(0x18ffff));
        return join(
                named("stsd", ints(0, 1), entry),
                named("stts", ints(0, 1, FRAMES, 40)),
                named("stsc", ints(0, 1, 1, 1, 1)),
                named("stsz", ints(0, still.length, FRAMES)),
                named("stco", ints(0, FRAMES), offsets()));
    }

    private byte[] size() {
        return instead.getOrDefault("size", ints(64 << 16 | 64));
    }

    private static byte[] offsets() {
        long[] offsets = new long[FRAMES];
        Arrays.fill(offsets, FIRST_SAMPLE);
        return ints(offsets);
    }

    private byte[] named(String type, byte[]... content) {
        return box(type, instead.getOrDefault(type, join(content)));
    }
}
