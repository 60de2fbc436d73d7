package dev.callsheet.render.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Watches an MP4 file go by (ISO/IEC 14496-12, sections 4.2, 8.2.2, 8.3.2) and keeps no more of it than its table of
 * contents. Not thread-safe.
 */
public final class Mp4Probe {
    private static final int MOST_MOOV_BYTES = 8 << 20;
    private static final int MOST_TRAILER_BYTES = 64 << 10;
    private static final int NAME_BYTES = 16;
    /** C2PA specification 2, appendix A.5: manifests in files of boxes. */
    private static final UUID C2PA = UUID.fromString("d8fec3d6-1b0e-483c-9297-5828877ec481");

    private final ByteBuffer header = ByteBuffer.allocate(16);
    private final ByteArrayOutputStream moov = new ByteArrayOutputStream();
    private final ByteArrayOutputStream extension = new ByteArrayOutputStream();
    private int headerBytes = 8;
    private long left;
    private long fed;
    private long opened;
    private @Nullable ByteArrayOutputStream keep;
    private boolean cut;
    private boolean signed;
    private boolean first = true;
    private boolean broken;
    private boolean toTheEnd;

    /** What the file says of itself. Length in seconds, size in pixels. */
    public record Movie(double seconds, int width, int height) {}

    /** The file's last box, if it is of the type {@code uuid}. @param at where it begins @param content after its type */
    public record Trailer(long at, byte[] content) {}

    /** The next bytes of the file. */
    public void feed(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !broken) {
            if (left > 0 || toTheEnd) {
                int part = toTheEnd ? end - at : (int) Math.min(left, end - at);
                keep(bytes, at, part);
                left -= part;
                at += part;
                fed += part;
            } else {
                header.put(bytes[at++]);
                fed++;
                if (header.position() == headerBytes) {
                    open();
                }
            }
        }
    }

    /** The movie, if the bytes so far are a whole MP4 file with a picture track. */
    public Optional<Movie> movie() {
        return atItsEnd() && moov.size() > 0 ? parse(ByteBuffer.wrap(moov.toByteArray())) : Optional.empty();
    }

    /** The last box of the bytes so far, if they end with a whole one of at most 64 KiB that is of the type uuid. */
    public Optional<Trailer> trailer() {
        return atItsEnd() && keep == extension && !cut
                ? Optional.of(new Trailer(opened, extension.toByteArray()))
                : Optional.empty();
    }

    /** Why nothing can be added at the end without harm, as far as the bytes so far tell; empty for no reason. */
    public Optional<String> obstacle() {
        if (toTheEnd) {
            return Optional.of("its last box has no length and goes on to the end of the file");
        }
        return signed ? Optional.of("it is signed by a C2PA manifest of its own") : Optional.empty();
    }

    private boolean atItsEnd() {
        return !broken && (left == 0 || toTheEnd) && header.position() == 0;
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
        opened = fed - headerBytes;
        extension.reset();
        keep = kept(type);
        broken = left < 0 || (first && !type.equals("ftyp")) || (keep == moov && (toTheEnd || left > MOST_MOOV_BYTES));
        cut = false;
        first = false;
        header.clear();
        headerBytes = 8;
    }

    private @Nullable ByteArrayOutputStream kept(String type) {
        return switch (type) {
            case "moov" -> moov;
            case "uuid" -> extension;
            default -> null;
        };
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (keep == moov) {
            moov.write(bytes, offset, length);
        } else if (keep == extension) {
            int room = Math.min(length, MOST_TRAILER_BYTES - extension.size());
            boolean unnamed = extension.size() < NAME_BYTES;
            extension.write(bytes, offset, room);
            cut |= room < length;
            if (unnamed && extension.size() >= NAME_BYTES) {
                ByteBuffer name = ByteBuffer.wrap(extension.toByteArray());
                signed |= new UUID(name.getLong(), name.getLong()).equals(C2PA);
            }
        }
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
