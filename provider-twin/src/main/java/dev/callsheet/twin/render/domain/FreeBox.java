package dev.callsheet.twin.render.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Free space boxes of the MP4 container (ISO/IEC 14496-12, 8.1.2): players skip them. */
public final class FreeBox {

    private static final int HEADER = 8;

    private FreeBox() {}

    /** The clip with a free box at its end that holds the text. */
    public static byte[] append(byte[] clip, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(clip.length + HEADER + content.length)
                .put(clip)
                .putInt(HEADER + content.length)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}
