package dev.callsheet.scorer.domain;

import dev.callsheet.identity.face.Embedding;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final ByteBuffer in;

    ByteReader(byte[] bytes, int form) {
        this.in = ByteBuffer.wrap(bytes);
        int found = read(ByteBuffer::get);
        if (found != form) {
            throw new UnknownForm("found form " + found + "; known is " + form);
        }
    }

    String text() {
        return new String(part(count()), StandardCharsets.UTF_8);
    }

    Embedding embedding() {
        ByteBuffer part = ByteBuffer.wrap(part(count() * Float.BYTES));
        float[] values = new float[part.remaining() / Float.BYTES];
        part.asFloatBuffer().get(values);
        return new Embedding(values);
    }

    int count() {
        return Short.toUnsignedInt(read(ByteBuffer::getShort));
    }

    long number() {
        return read(ByteBuffer::getLong);
    }

    /** Nothing may be left. */
    void end() {
        if (in.hasRemaining()) {
            throw new UnknownForm("longer than its form");
        }
    }

    private byte[] part(int length) {
        if (in.remaining() < length) {
            throw new UnknownForm("cut short");
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private <T> T read(Function<ByteBuffer, T> field) {
        try {
            return field.apply(in);
        } catch (BufferUnderflowException e) {
            throw new UnknownForm("cut short");
        }
    }
}
