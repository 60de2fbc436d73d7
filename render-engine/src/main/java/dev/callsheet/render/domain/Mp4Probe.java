package dev.callsheet.render.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Watches an MP4 file go by (ISO/IEC 14496-12, sections 4.2, 8.2.2, 8.3.2) and keeps no more of it than its table of
 * contents. Not thread-safe.
 */
public final class Mp4Probe {
    private static final int MOST_MOOV_BYTES = 8 << 20;

    private final ByteBuffer header = ByteBuffer.allocate(16);
    private final ByteArrayOutputStream moov = new ByteArrayOutputStream();
    private int headerBytes = 8;
    private long left;
    private boolean keep;
    private boolean first = true;
    private boolean broken;
    private boolean toTheEnd;

    /** What the file says of itself. Length in seconds, size in pixels. */
    public record Movie(double seconds, int width, int height) {}

    /** The next bytes of the file. */
    public void feed(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !broken) {
            if (left > 0 || toTheEnd) {
                int part = toTheEnd ? end - at : (int) Math.min(left, end - at);
                if (keep) {
                    moov.write(bytes, at, part);
                }
                left -= part;
                at += part;
            } else {
                header.put(bytes[at++]);
                if (header.position() == headerBytes) {
                    open();
                }
            }
        }
    }

    /** The movie, if the bytes so far are a whole MP4 file with a picture track. */
    public Optional<Movie> movie() {
        boolean whole = !broken && (left == 0 || toTheEnd) && header.position() == 0 && moov.size() > 0;
        return whole ? parse(ByteBuffer.wrap(moov.toByteArray())) : Optional.empty();
    }

    private void open() {
        long size = Integer.toUnsignedLong(header.getInt(0));
        String type = type(header, 4);
        if (size == 1 && headerBytes == 8) {
            headerBytes = 16;
            return;
        }
        if (size == 1) {
            size = header.getLong(8);
        }
        toTheEnd = size == 0;
        left = toTheEnd ? 0 : size - headerBytes;
        keep = type.equals("moov");
        broken = left < 0 || (first && !type.equals("ftyp")) || (keep && (toTheEnd || left > MOST_MOOV_BYTES));
        first = false;
        header.clear();
        headerBytes = 8;
    }

    private static Optional<Movie> parse(ByteBuffer moov) {
        double seconds = 0;
        int width = 0;
        int height = 0;
        for (ByteBuffer rest = moov; rest.remaining() >= 8; ) {
            String type = type(rest, rest.position() + 4);
            Optional<ByteBuffer> box = next(rest);
            if (box.isEmpty()) {
                return Optional.empty();
            }
            ByteBuffer content = box.get();
            if (type.equals("mvhd")) {
                seconds = seconds(content);
            } else if (type.equals("trak")) {
                Optional<ByteBuffer> track = child(content, "tkhd");
                int at = track.isPresent() && track.get().get(0) == 1 ? 88 : 76;
                if (track.isPresent()
                        && track.get().remaining() >= at + 8
                        && track.get().getShort(at) > width) {
                    width = track.get().getShort(at);
                    height = track.get().getShort(at + 4);
                }
            }
        }
        return width > 0 ? Optional.of(new Movie(seconds, width, height)) : Optional.empty();
    }

    private static double seconds(ByteBuffer mvhd) {
        boolean wide = mvhd.remaining() > 0 && mvhd.get(0) == 1;
        if (mvhd.remaining() < (wide ? 32 : 20)) {
            return 0;
        }
        long scale = Integer.toUnsignedLong(mvhd.getInt(wide ? 20 : 12));
        long duration = wide ? mvhd.getLong(24) : Integer.toUnsignedLong(mvhd.getInt(16));
        return scale == 0 ? 0 : (double) duration / scale;
    }

    private static Optional<ByteBuffer> child(ByteBuffer parent, String wanted) {
        while (parent.remaining() >= 8) {
            String type = type(parent, parent.position() + 4);
            Optional<ByteBuffer> box = next(parent);
            if (box.isEmpty() || type.equals(wanted)) {
                return box;
            }
        }
        return Optional.empty();
    }

    /** The content of the box at the buffer's position, which moves behind it; empty if it does not fit. */
    private static Optional<ByteBuffer> next(ByteBuffer parent) {
        int size = parent.getInt(parent.position());
        if (size < 8 || size > parent.remaining()) {
            return Optional.empty();
        }
        ByteBuffer content = parent.slice(parent.position() + 8, size - 8);
        parent.position(parent.position() + size);
        return Optional.of(content);
    }

    private static String type(ByteBuffer buffer, int at) {
        byte[] name = new byte[4];
        buffer.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
