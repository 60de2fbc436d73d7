package dev.callsheet.identity.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that were good once: cut off, or with bytes turned over. */
final class Damaged {
    private Damaged() {}

    static List<Hostile> of(Originals originals) throws IOException {
        List<Hostile> files = new ArrayList<>();
        byte[] end = originals.bytes("end.mp4");
        for (int part = 1; part <= 8; part++) {
            files.add(Hostile.refused("cut-before-its-index-" + part + ".mp4", cut(end, part / 10.0))
                    .because("cut off"));
        }
        for (String name : List.of("fast.mp4", "pieces.mp4", "clip.mkv", "still1.webp")) {
            for (double part : List.of(0.01, 0.3, 0.9)) {
                files.add(Hostile.either("cut-at-" + part + "-" + name, cut(originals.bytes(name), part)));
            }
        }
        for (String format : List.of("png", "jpg")) {
            byte[] picture = Originals.picture(format);
            files.add(Hostile.either("cut." + format, cut(picture, 0.4)));
            files.add(Hostile.refused("head-only." + format, Arrays.copyOf(picture, 16)));
            files.add(Hostile.either("turned." + format, turned(picture, 8, picture.length, 6, 1)));
        }
        for (int seed = 0; seed < 6; seed++) {
            byte[] fast = originals.bytes("fast.mp4");
            files.add(Hostile.either("turned-" + seed + ".mp4", turned(fast, 0, fast.length, 200, seed)));
            files.add(Hostile.either("turned-index-" + seed + ".mp4", turned(fast, 32, 900, 12, seed)));
            byte[] mkv = originals.bytes("clip.mkv");
            files.add(Hostile.either("turned-" + seed + ".mkv", turned(mkv, 4, mkv.length, 60, seed)));
        }
        byte[] sizes = originals.bytes("fast.mp4");
        files.add(Hostile.either("declares-65535x65535.mp4", declaring(sizes, 65535)));
        files.add(Hostile.either("declares-0x0.mp4", declaring(sizes, 0)));
        return files;
    }

    private static byte[] cut(byte[] whole, double part) {
        return Arrays.copyOf(whole, (int) (whole.length * part));
    }

    private static byte[] turned(byte[] good, int from, int to, int count, long seed) {
        byte[] bad = good.clone();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            bad[from + random.nextInt(to - from)] ^= (byte) (1 + random.nextInt(255));
        }
        return bad;
    }

    /** Another size in the sample's description; the coded frames keep their own. */
    private static byte[] declaring(byte[] mp4, int side) {
        byte[] changed = mp4.clone();
        int at = Hostile.find(changed, "avc1", 100) + 28;
        ByteBuffer.wrap(changed).putShort(at, (short) side).putShort(at + 2, (short) side);
        return changed;
    }
}
