package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Origin;
import dev.callsheet.render.domain.Rendered;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A mark as an XMP packet in a {@code uuid} box on top level (Adobe XMP specification part 3, section 1.1.4: MPEG-4). */
public final class XmpMark implements ProvenanceMark {
    /** The kind, as manifests name it. */
    static final String WORD = "xmp";

    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");
    private static final int HEADER_BYTES = 24;
    private static final Rendered LONGEST = new Rendered(Long.MAX_VALUE, "0".repeat(64));

    @Override
    public Stamp of(Origin origin) {
        return new Box(origin, HEADER_BYTES + packet(origin, LONGEST).length);
    }

    private record Box(Origin origin, int length) implements Stamp {
        @Override
        public String word() {
            return WORD;
        }

        @Override
        public byte[] bytes(Rendered rendered) {
            ByteBuffer box = ByteBuffer.allocate(length)
                    .putInt(length)
                    .put("uuid".getBytes(StandardCharsets.US_ASCII))
                    .putLong(XMP.getMostSignificantBits())
                    .putLong(XMP.getLeastSignificantBits())
                    .put(packet(origin, rendered));
            // Between the packet and the box's end may stand nothing but white space.
            Arrays.fill(box.array(), box.position(), length, (byte) ' ');
            return box.array();
        }
    }

    private static byte[] packet(Origin origin, Rendered rendered) {
        return new XmpPacket(DIGITAL_SOURCE_TYPE, XmpPacket.CREATOR, origin, rendered).write();
    }

    /** What a {@code uuid} box says; empty if it is no XMP or not of our kind. @param content of the box, after its type */
    static Optional<XmpPacket> read(byte[] content) {
        if (content.length < HEADER_BYTES - 8) {
            return Optional.empty();
        }
        ByteBuffer box = ByteBuffer.wrap(content);
        UUID type = new UUID(box.getLong(), box.getLong());
        return type.equals(XMP)
                ? XmpPacket.read(Arrays.copyOfRange(content, box.position(), content.length))
                : Optional.empty();
    }
}
