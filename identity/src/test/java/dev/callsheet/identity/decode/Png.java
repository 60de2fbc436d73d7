package dev.callsheet.identity.decode;

import static dev.callsheet.identity.decode.Hostile.join;
import static dev.callsheet.identity.decode.Hostile.latin;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files chunk by chunk (ISO/IEC 15948, section 5). */
final class Png {
    private static final byte[] SIGNATURE = latin("\u0089PNG\r\n\u001a\n");

    private Png() {}

    /** Of these chunks, between the head and the end. */
    static byte[] of(long width, long height, int bits, int colour, byte[]... chunks) {
        byte[] head = join(Movie.ints(width, height), new byte[] {(byte) bits, (byte) colour, 0, 0, 0});
        return join(SIGNATURE, chunk("IHDR", head), join(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] body = join(latin(type), content);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(Movie.ints(content.length), body, Movie.ints(crc.getValue()));
    }

    /** So many zeros, compressed about a thousandfold. */
    static byte[] zeros(int megabytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] block = new byte[1 << 20];
        byte[] packed = new byte[1 << 16];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < megabytes; i++) {
                deflater.setInput(block);
                for (int n = deflater.deflate(packed); n > 0; n = deflater.deflate(packed)) {
                    all.write(packed, 0, n);
                }
            }
            deflater.finish();
            for (int n = deflater.deflate(packed); n > 0; n = deflater.deflate(packed)) {
                all.write(packed, 0, n);
            }
        } finally {
            deflater.end();
        }
        return all.toByteArray();
    }
}
