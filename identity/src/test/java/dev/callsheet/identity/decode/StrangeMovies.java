package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.either;
import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;
import static dev.callsheet.identity.decode.Hostile.refused;
import static dev.callsheet.identity.decode.Movie.box;
import static dev.callsheet.identity.decode.Movie.bytes;
import static dev.callsheet.identity.decode.Movie.ints;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** QuickTime files whose index tells stories. */
final class StrangeMovies {
    private static final long MOST = 0xffffffffL;
    private static final int FRAMES = 10;

    private StrangeMovies() {}

    static List<Hostile> of(Originals originals, byte[] still, String secret, String web) throws IOException {
        List<Hostile> files = new ArrayList<>();
        files.addAll(tables(still));
        files.addAll(times(still));
        files.addAll(boxes(still));
        files.addAll(elsewhere(still, secret, web));
        byte[] pieces = originals.bytes("pieces.mp4");
        ByteBuffer.wrap(pieces).putInt(Hostile.find(pieces, "trun", 0) + 8, Integer.MAX_VALUE);
        files.add(either("endless-run.mp4", pieces));
        return files;
    }

    private static byte[] with(byte[] still, String box, byte[] content) {
        return new Movie(still, Map.of(box, content)).file();
    }

    private static List<Hostile> tables(byte[] still) {
        return List.of(
                either("samples-without-end.mov", with(still, "stsz", ints(0, 0, MOST))),
                either("two-thousand-million-samples.mov", with(still, "stsz", ints(0, 1, Integer.MAX_VALUE))),
                either("enormous-samples.mov", with(still, "stsz", ints(0, Integer.MAX_VALUE, FRAMES))),
                either("empty-samples.mov", with(still, "stsz", join(ints(0, 0, FRAMES), bytes(4 * FRAMES)))),
                either("no-samples.mov", with(still, "stsz", ints(0, 0, 0))),
                either("endless-times.mov", with(still, "stts", ints(0, 1, MOST, 1))),
                either("more-times-than-there-are.mov", with(still, "stts", ints(0, MOST, 1, 1))),
                either("endless-chunks.mov", with(still, "stco", ints(0, MOST, 28))),
                either("chunks-behind-the-end.mov", with(still, "stco", ints(0, 2, MOST, MOST))),
                either("wild-chunks.mov", with(still, "stsc", ints(0, 2, 1, MOST, 1, 0, MOST, 0))),
                either("endless-descriptions.mov", with(still, "stsd", ints(0, MOST, 16, 0x6a706567))),
                either("unknown-coder.mov", with(still, "stsd", join(ints(0, 1), box("xxxx", bytes(78))))));
    }

    private static List<Hostile> times(byte[] still) {
        byte[] edits = new byte[12 * 100_000];
        ByteBuffer filled = ByteBuffer.wrap(edits);
        while (filled.hasRemaining()) {
            filled.putInt(1).putInt(filled.position() % 400).putInt(0x10000);
        }
        return List.of(
                refused("a-year-long.mov", with(still, "stts", ints(0, 1, FRAMES, 1_000_000_000)))
                        .because("longer than 120 s"),
                refused("a-second-is-a-tick.mov", with(still, "mdhd", ints(0, 0, 0, 1, 400, 0))),
                either("a-million-frames-a-second.mov", with(still, "mdhd", ints(0, 0, 0, 40_000_000, 400, 0))),
                either("no-ticks.mov", with(still, "mdhd", ints(0, 0, 0, 0, 400, 0))),
                either("negative-ticks.mov", with(still, "mdhd", ints(0, 0, 0, MOST, MOST, 0))),
                either("all-at-once.mov", with(still, "stts", ints(0, 1, FRAMES, 0))),
                either("backwards.mov", with(still, "stts", ints(0, 1, FRAMES, MOST))),
                either("a-hundred-thousand-edits.mov", with(still, "elst", join(ints(0, 100_000), edits))),
                either("more-edits-than-there-are.mov", with(still, "elst", ints(0, MOST, 1, 0, 0x10000))),
                either("far-edits.mov", with(still, "elst", ints(0, 1, MOST, Integer.MAX_VALUE, 0x10000))));
    }

    private static List<Hostile> boxes(byte[] still) {
        Movie movie = new Movie(still, Map.of());
        byte[] deep = new byte[0];
        for (int depth = 0; depth < 3000; depth++) {
            deep = box("moov", deep);
        }
        byte[][] free = new byte[50_000][];
        Arrays.fill(free, box("free"));
        byte[] loop = join(ints(0x01000000, 1, 1000, 0, 0, 0xffff), bytes(0xffff * 12));
        byte[] packed = box("cmov", box("dcom", latin("zlib")), box("cmvd", ints(Integer.MAX_VALUE), Png.zeros(100)));
        byte[] cover = Png.of(65535, 65535, 8, 2, Png.chunk("IDAT", Png.zeros(1)));
        byte[] tags = box("ilst", box("covr", box("data", ints(14, 0), cover)));
        byte[] handler = box("hdlr", ints(0, 0), latin("mdirappl"), bytes(9));
        byte[] album = box("udta", box("meta", ints(0), handler, tags));
        return List.of(
                refused("forty-tracks.mov", movie.file(40)).because("too many streams"),
                refused("three-thousand-tracks.mov", movie.file(3000)).because("too many streams"),
                refused("index-in-index.mov", join(movie.start(), deep)),
                refused("packed-index.mov", join(movie.start(), box("moov", packed)))
                        .because("more memory"),
                refused("index-of-one-byte.mov", join(movie.start(), ints(1), latin("moov"), ints(0, 1))),
                refused("index-of-four.mov", join(movie.start(), ints(4), latin("moov"), movie.moov(1))),
                refused("index-beyond-64-bits.mov", join(movie.start(), ints(1), latin("moov"), ints(MOST, MOST))),
                either("index-to-the-end.mov", join(movie.start(), ints(0), latin("moov"), movie.moov(1))),
                either("refers-to-itself.mov", join(box("sidx", loop), movie.file())),
                either("full-of-nothing.mov", join(movie.start(), join(free), box("moov", movie.moov(1)))),
                either("huge-cover.mov", join(movie.start(), box("moov", movie.moov(1), album))),
                either("declares-65535x65535.mov", with(still, "size", ints(MOST))),
                either("turned-by-a-wild-matrix.mov", with(still, "tkhd", wild())));
    }

    private static byte[] wild() {
        return join(ints(7, 0, 0, 1, 0, 400), bytes(16), ints(MOST, 1, MOST, 7, 0x80000000L, 3, 1, 1, 1, MOST, MOST));
    }

    /** Samples that lie in another file. */
    private static List<Hostile> elsewhere(byte[] still, String secret, String web) {
        List<Hostile> files = new ArrayList<>();
        for (String other : List.of("file://" + secret, secret, web)) {
            String name = other.startsWith("file:") ? "address" : other.startsWith("http") ? "web" : "path";
            byte[] url = join(ints(0, 1), box("url ", ints(0), latin(other + "\0")));
            files.add(either("samples-elsewhere-" + name + ".mov", with(still, "dref", url)));
            byte[] alias =
                    join(ints(0, 1), box("alis", ints(0), bytes(10), latin("\5Disk "), bytes(200), latin(other)));
            files.add(either("alias-" + name + ".mov", with(still, "dref", alias)));
        }
        return files;
    }
}
