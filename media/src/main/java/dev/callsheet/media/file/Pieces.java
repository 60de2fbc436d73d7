package dev.callsheet.media.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a file: parts of its own bytes, not copied, and new ones among them. */
final class Pieces {
    private final List<ByteBuffer> pieces = new ArrayList<>();

    void add(byte[] bytes, int from, int length) {
        pieces.add(ByteBuffer.wrap(bytes, from, length));
    }

    void add(byte[] bytes) {
        add(bytes, 0, bytes.length);
    }

    /** @param place among the pieces, from 0 */
    void insert(int place, byte[] bytes) {
        pieces.add(place, ByteBuffer.wrap(bytes));
    }

    void write(Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            for (ByteBuffer piece : pieces) {
                out.write(piece.array(), piece.position(), piece.remaining());
            }
        }
    }
}
