package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.join;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A progressive JPEG that says of a large picture, thousands of times over, that there is nothing new in it: a scan takes
 * forty bytes and goes over all of its blocks (ISO/IEC 10918-1, G.1.2.2).
 */
final class ScanBomb {
    private static final int SIDE = 5600;
    private static final int BLOCKS = (SIDE / 8) * (SIDE / 8);
    /** Blocks that one code can skip: 2^14, and 14 bits more. */
    private static final int LONGEST_RUN = 32767;

    private ScanBomb() {}

    static byte[] of(int scans) {
        byte[] steps = new byte[64];
        Arrays.fill(steps, (byte) 1);
        byte[] start = {(byte) 0xff, (byte) 0xd8};
        byte[] quantisers = segment(0xdb, join(new byte[1], steps));
        byte[] frame = segment(0xc2, new byte[] {8, SIDE >> 8, (byte) SIDE, SIDE >> 8, (byte) SIDE, 1, 1, 0x11, 0});
        // One code of one bit: the longest run of blocks without anything.
        byte[] codes = segment(0xc4, join(new byte[] {0x10, 1}, new byte[15], new byte[] {(byte) 0xe0}));
        byte[] scan = join(segment(0xda, new byte[] {1, 1, 0, 1, 63, 0}), nothing());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(join(start, quantisers, frame, codes));
        for (int i = 0; i < scans; i++) {
            all.writeBytes(scan);
        }
        all.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return all.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return join(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length}, content);
    }

    /** A zero and fourteen ones for each run; a byte of ones is followed by one of zeros. */
    private static byte[] nothing() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = (BLOCKS / LONGEST_RUN + 1) * 15;
        for (int at = 0; at < bits; at += 8) {
            int octet = 0;
            for (int bit = at; bit < at + 8; bit++) {
                octet = octet << 1 | (bit % 15 == 0 ? 0 : 1);
            }
            bytes.write(octet);
            if (octet == 0xff) {
                bytes.write(0);
            }
        }
        return bytes.toByteArray();
    }
}
