package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.either;
import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;
import static dev.callsheet.identity.decode.Hostile.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small files that are, or say that they are, enormous. */
final class Bombs {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    private Bombs() {}

    static List<Hostile> all() throws IOException {
        List<Hostile> files = new ArrayList<>();
        files.addAll(pngs());
        files.addAll(jpegs());
        files.addAll(webps());
        files.addAll(nestedElements());
        return files;
    }

    private static List<Hostile> pngs() throws IOException {
        byte[] little = Png.chunk("IDAT", Png.zeros(1));
        byte[] much = Png.zeros(100);
        byte[] text = Png.chunk("zTXt", join(latin("Comment\0\0"), much));
        byte[] profile = Png.chunk("iCCP", join(latin("profile\0\0"), much));
        byte[][] crumbs = new byte[50_000][];
        Arrays.fill(crumbs, Png.chunk("IDAT", new byte[0]));
        return List.of(
                refused("65535x65535.png", Png.of(65535, 65535, 8, RGB, little)).because("too large"),
                refused("20000x20000.png", Png.of(20000, 20000, 8, RGB, little)).because("too large"),
                refused("10000x10000.png", Png.of(10_000, 10_000, 8, RGB, little))
                        .because("too large"),
                refused("a-line.png", Png.of(Integer.MAX_VALUE, 1, 8, RGB, little))
                        .because("too large"),
                refused("a-column.png", Png.of(1, Integer.MAX_VALUE, 8, RGBA, little))
                        .because("too large"),
                refused("0x0.png", Png.of(0, 0, 8, RGB, little)),
                refused("negative.png", Png.of(-1, -1, 8, RGB, little)),
                refused("deep.png", Png.of(64, 64, 255, 255, little)),
                refused("quarter-of-a-gigabyte.png", Png.of(5568, 5568, 16, RGBA, Png.chunk("IDAT", Png.zeros(237))))
                        .because("more memory"),
                either("much-white.png", Png.of(5600, 5600, 1, GREY, Png.chunk("IDAT", Png.zeros(4)))),
                either("nothing-of-30-megapixels.png", Png.of(6000, 5000, 8, RGBA, little)),
                either("more-than-it-shows.png", Png.of(64, 64, 8, RGB, Png.chunk("IDAT", much))),
                either("long-text.png", Png.of(64, 64, 8, RGB, text, little)),
                either("long-profile.png", Png.of(64, 64, 8, RGB, profile, little)),
                either("crumbs.png", Png.of(64, 64, 8, RGB, join(crumbs))),
                either("thin.png", Originals.picture("png", 20_000, 1)),
                either("one-pixel.png", Originals.picture("png", 1, 1)));
    }

    private static List<Hostile> jpegs() throws IOException {
        return List.of(
                refused("65535x65535.jpg", declaring(65535, 65535)).because("too large"),
                refused("20000x20000.jpg", declaring(20_000, 20_000)).because("too large"),
                refused("10000x10000.jpg", declaring(10_000, 10_000)),
                refused("0x0.jpg", declaring(0, 0)),
                either("30-megapixels.jpg", declaring(6000, 5000)),
                either("three-thousand-scans.jpg", ScanBomb.of(3000)),
                either("one-pixel.jpg", Originals.picture("jpg", 1, 1)));
    }

    private static byte[] declaring(int width, int height) throws IOException {
        byte[] jpeg = Originals.picture("jpg");
        int frame = Hostile.find(jpeg, "\u00ff\u00c0", 0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return jpeg;
    }

    private static List<Hostile> webps() {
        // Width and height less one, 14 bits each, after the signature byte.
        byte[] lossless = {0x2f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0, 0, 0, 0, 0};
        byte[] canvas = {0x02, 0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        byte[] inside = riff("VP8L", lossless);
        byte[] frame = riff("ANMF", join(new byte[16], inside));
        return List.of(
                refused("16384x16384.webp", riff("RIFF", join(latin("WEBP"), inside)))
                        .because("too large"),
                refused(
                        "endless-canvas.webp",
                        riff("RIFF", join(latin("WEBP"), riff("VP8X", canvas), riff("ANIM", new byte[6]), frame))));
    }

    private static byte[] riff(String type, byte[] content) {
        return join(
                latin(type),
                ByteBuffer.allocate(4)
                        .putInt(Integer.reverseBytes(content.length))
                        .array(),
                content);
    }

    private static List<Hostile> nestedElements() {
        byte[] head = Ebml.element(0x1A45DFA3, Ebml.element(0x4282, latin("matroska")));
        byte[] tag = new byte[0];
        for (int depth = 0; depth < 2000; depth++) {
            tag = Ebml.element(0x67C8, tag);
        }
        byte[] tags = Ebml.element(0x1254C367, Ebml.element(0x7373, tag));
        byte[] seeks = new byte[0];
        for (int depth = 0; depth < 2000; depth++) {
            seeks = Ebml.element(0x18538067, seeks);
        }
        byte[] huge = join(new byte[] {0x63, (byte) 0xa2, 0x01, 0x7f}, new byte[6]);
        byte[] private2g = Ebml.element(0x1654AE6B, Ebml.element(0xAE, huge));
        return List.of(
                refused("tags-in-tags.mkv", join(head, Ebml.element(0x18538067, tags))),
                refused("segments-in-segments.mkv", join(head, seeks)),
                refused("endless-private.mkv", join(head, Ebml.element(0x18538067, private2g))),
                refused(
                        "endless-head.mkv",
                        new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 1, -1, -1, -1, -1, -1, -1, -2}),
                either("packed-frames.mkv", join(head, Ebml.packedMovie(Png.zeros(100)))));
    }
}
