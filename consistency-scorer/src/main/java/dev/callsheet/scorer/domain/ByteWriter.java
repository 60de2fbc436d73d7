package dev.callsheet.scorer.domain;

import dev.callsheet.identity.face.Embedding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a form's number, then its fields, big-endian; texts and embeddings with their length (16 bits) before them. */
final class ByteWriter {
    private static final int START = 1024;

    private ByteBuffer out = ByteBuffer.allocate(START);

    ByteWriter(int form) {
        room(Byte.BYTES).put((byte) form);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        room(utf8.length).put(utf8);
    }

    void embedding(Embedding embedding) {
        count(embedding.values().length);
        for (float value : embedding.values()) {
            room(Float.BYTES).putFloat(value);
        }
    }

    void count(int count) {
        if (count > 0xffff) {
            throw new IllegalArgumentException(count + " is more than the form can hold");
        }
        room(Short.BYTES).putShort((short) count);
    }

    void number(long number) {
        room(Long.BYTES).putLong(number);
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer room(int more) {
        if (out.remaining() < more) {
            out = ByteBuffer.allocate(2 * out.capacity() + more).put(out.flip());
        }
        return out;
    }
}
