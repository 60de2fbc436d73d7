package dev.callsheet.chaos.gather;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** A clip without the mark that its keeper adds at the end: an XMP packet in a box of the type uuid, on top level. */
final class Unmarked {
    private static final int UUID_TYPE = 0x75756964;
    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");

    private Unmarked() {}

    /** The bytes before the mark; all of them if there is none, or if it is no file of boxes. */
    static byte[] of(byte[] file) {
        ByteBuffer boxes = ByteBuffer.wrap(file);
        while (boxes.remaining() >= 8) {
            int at = boxes.position();
            long size = Integer.toUnsignedLong(boxes.getInt(at));
            if (size == 1 && boxes.remaining() >= 16) {
                size = boxes.getLong(at + 8);
            }
            if (size < 8 || size > boxes.remaining()) {
                return file;
            }
            boolean last = size == boxes.remaining();
            if (last && size >= 24 && boxes.getInt(at + 4) == UUID_TYPE) {
                UUID type = new UUID(boxes.getLong(at + 8), boxes.getLong(at + 16));
                return type.equals(XMP) ? Arrays.copyOf(file, at) : file;
            }
            boxes.position(at + (int) size);
        }
        return file;
    }
}
