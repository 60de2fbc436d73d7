package dev.callsheet.bench.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The smallest MP4 file that the engine takes for one: five seconds of 1280 x 720, without pictures. */
public final class TinyClip {
    private TinyClip() {}

    public static byte[] bytes() {
        var film = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, 5000);
        var track = ByteBuffer.allocate(84).putShort(76, (short) 1280).putShort(80, (short) 720);
        var movie = new ByteArrayOutputStream();
        movie.writeBytes(box("mvhd", film.array()));
        movie.writeBytes(box("trak", box("tkhd", track.array())));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(box("ftyp", "isom0000".getBytes(StandardCharsets.US_ASCII)));
        whole.writeBytes(box("mdat", new byte[2_000]));
        whole.writeBytes(box("moov", movie.toByteArray()));
        return whole.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}
