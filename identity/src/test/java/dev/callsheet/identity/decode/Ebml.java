package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;

import java.nio.ByteBuffer;

/** Matroska files, element by element (RFC 8794 and RFC 9559). */
final class Ebml {
    private Ebml() {}

    /** With its length in eight bytes. */
    static byte[] element(int id, byte[]... content) {
        byte[] inside = join(content);
        int bytes = 4 - Integer.numberOfLeadingZeros(id) / 8;
        byte[] name = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            name[i] = (byte) (id >> 8 * (bytes - 1 - i));
        }
        long length = 1L << 56 | inside.length;
        return join(name, ByteBuffer.allocate(8).putLong(length).array(), inside);
    }

    private static byte[] number(int id, int value) {
        return element(id, Movie.ints(value));
    }

    /** A segment of one JPEG track whose frames are compressed once more, by zlib. */
    static byte[] packedMovie(byte[] packed) {
        byte[] zlib = element(0x6D80, element(0x6240, number(0x5033, 0), element(0x5034, number(0x4254, 0))));
        byte[] size = element(0xE0, number(0xB0, 64), number(0xBA, 64));
        byte[] track = element(
                0xAE, number(0xD7, 1), number(0x73C5, 1), number(0x83, 1), element(0x86, latin("V_MJPEG")), size, zlib);
        byte[] block = element(0xA3, new byte[] {(byte) 0x81, 0, 0, (byte) 0x80}, packed);
        byte[] info = element(0x1549A966, number(0x2AD7B1, 1_000_000));
        return element(0x18538067, info, element(0x1654AE6B, track), element(0x1F43B675, number(0xE7, 0), block));
    }
}
