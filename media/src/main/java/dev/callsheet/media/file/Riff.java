package dev.callsheet.media.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The container of WebP and WAV: named chunks of an even number of bytes, sizes little-endian. */
final class Riff {
    private static final int HEADER = 12;

    private Riff() {}

    /** One chunk. @param body a view of the file */
    record Chunk(String name, ByteBuffer body) {
        byte[] bytes() {
            byte[] copy = new byte[body.remaining()];
            body.duplicate().get(copy);
            return copy;
        }
    }

    /** The chunks in their order. @param lenient whether the last may be said to be longer than the file */
    static List<Chunk> chunks(byte[] file, boolean lenient) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = lenient ? file.length : HEADER - 4 + Integer.toUnsignedLong(in.getInt(4));
        if (end > file.length) {
            throw new IndexOutOfBoundsException();
        }
        in.limit((int) end).position(HEADER);
        List<Chunk> chunks = new ArrayList<>();
        while (in.remaining() >= 8) {
            byte[] name = new byte[4];
            in.get(name);
            long length = Integer.toUnsignedLong(in.getInt());
            if (length > in.remaining() && !lenient) {
                throw new IndexOutOfBoundsException();
            }
            int taken = (int) Math.min(length, in.remaining());
            ByteBuffer body = in.slice(in.position(), taken).order(ByteOrder.LITTLE_ENDIAN);
            chunks.add(new Chunk(new String(name, StandardCharsets.ISO_8859_1), body));
            in.position(Math.min(in.limit(), in.position() + taken + (taken & 1)));
        }
        return chunks;
    }

    /** A file of these chunks. @param form as {@code WEBP} */
    static Pieces file(String form, List<Chunk> chunks) {
        int size = 4;
        Pieces file = new Pieces();
        for (Chunk chunk : chunks) {
            int length = chunk.body().remaining();
            file.add(header(chunk.name(), length));
            file.add(
                    chunk.body().array(),
                    chunk.body().arrayOffset() + chunk.body().position(),
                    length);
            file.add(new byte[length & 1]);
            size += 8 + length + (length & 1);
        }
        file.insert(0, header("RIFF", size));
        file.insert(1, form.getBytes(StandardCharsets.ISO_8859_1));
        return file;
    }

    private static byte[] header(String name, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(length)
                .array();
    }
}
