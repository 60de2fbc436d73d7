package dev.callsheet.render.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds the smallest MP4 files that a reader accepts. */
public final class Mp4 {
    private Mp4() {}

    /** A film of 1280 x 720 with so many bytes of pictures. */
    public static byte[] film(double seconds, int mediaBytes) {
        return join(start(), box("mdat", ByteBuffer.allocate(mediaBytes)), moov(seconds));
    }

    /** A film whose pictures go on to the end of the file, wherever that is. */
    public static byte[] endlessFilm(double seconds, int mediaBytes) {
        byte[] pictures = box("mdat", ByteBuffer.allocate(mediaBytes));
        ByteBuffer.wrap(pictures).putInt(0);
        return join(start(), moov(seconds), pictures);
    }

    private static byte[] start() {
        return box("ftyp", ByteBuffer.wrap("isom0000".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] moov(double seconds) {
        byte[] mvhd = box("mvhd", ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, (int) (seconds * 1000)));
        byte[] sound = box("trak", box("tkhd", ByteBuffer.allocate(84)));
        byte[] picture = box(
                "trak",
                box("tkhd", ByteBuffer.allocate(84).putShort(76, (short) 1280).putShort(80, (short) 720)));
        return box("moov", join(mvhd, sound, picture));
    }

    private static byte[] box(String type, ByteBuffer content) {
        return box(type, content.array());
    }

    /** A box, as files are made of. */
    public static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
