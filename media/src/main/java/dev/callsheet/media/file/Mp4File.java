package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An MP4 or QuickTime file (ISO 14496-12), box by box; only headers are read, so a clip of any size fits. */
public final class Mp4File implements EncodedFile {
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "mvex");
    /** Boxes for people, not for players. */
    private static final Set<String> TOLD = Set.of("udta", "meta", "uuid", "free", "skip");

    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");
    private static final int MOST_BOXES = 10_000;
    private static final int MOST_DEPTH = 4;
    /** Of the boxes that are read: all of them are short. */
    private static final int HEADER_BYTES = 108;

    private final MediaFormat format;
    private final long size;
    private final List<Box> told = new ArrayList<>();
    private final List<Box> dated = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private double seconds;
    private int boxes;
    private boolean samples;

    /** One box. @param body where its content begins, as {@code end} an offset in the file */
    private record Box(String type, long start, long body, long end) {}

    /** What is known of a track while its boxes are read. */
    private static final class Track {
        private final Box box;
        private String handler = "";
        private int width;
        private int height;

        private Track(Box box) {
            this.box = box;
        }
    }

    private Mp4File(MediaFormat format, long size) {
        this.format = format;
        this.size = size;
    }

    public static Mp4File read(Path path, MediaFormat format) throws IOException {
        Mp4File mp4 = new Mp4File(format, Files.size(path));
        try (FileChannel file = FileChannel.open(path)) {
            mp4.walk(file, 0, mp4.size, 0, null);
        } catch (EOFException e) {
            throw MediaRefused.mismatch("the clip is cut short");
        }
        if (mp4.tracks.stream().noneMatch(track -> track.handler.equals("vide") && track.width > 0) || !mp4.samples) {
            throw MediaRefused.mismatch("the clip holds no pictures");
        }
        return mp4;
    }

    private void walk(FileChannel file, long from, long to, int depth, @Nullable Track track) throws IOException {
        long at = from;
        while (at + 8 <= to) {
            Box box = box(file, at, to);
            if (++boxes > MOST_BOXES || depth > MOST_DEPTH) {
                throw MediaRefused.mismatch("the clip has too many boxes");
            }
            look(file, box, depth, track);
            at = box.end();
        }
    }

    private void look(FileChannel file, Box box, int depth, @Nullable Track track) throws IOException {
        samples |= box.type().equals("mdat");
        if (TOLD.contains(box.type())) {
            told.add(box);
        } else if (box.type().equals("trak")) {
            Track next = new Track(box);
            tracks.add(next);
            walk(file, box.body(), box.end(), depth + 1, next);
        } else if (CONTAINERS.contains(box.type())) {
            walk(file, box.body(), box.end(), depth + 1, track);
        } else {
            header(file, box, track);
        }
        if (DATED.contains(box.type())) {
            dated.add(box);
        }
    }

    private void header(FileChannel file, Box box, @Nullable Track track) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                ByteBuffer header = read(file, box.body(), Math.min(HEADER_BYTES, box.end() - box.body()));
                boolean wide = header.get(0) == 1;
                double scale = Integer.toUnsignedLong(header.getInt(wide ? 20 : 12));
                long duration = wide ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
                seconds = scale > 0 && duration > 0 && duration != 0xffffffffL ? duration / scale : 0;
            }
            case "tkhd" -> {
                if (track != null) {
                    ByteBuffer header = read(file, box.body(), Math.min(HEADER_BYTES, box.end() - box.body()));
                    int shift = header.get(0) == 1 ? 12 : 0;
                    // The first number of the matrix is the cosine: 0 for a quarter turn.
                    boolean turned = header.getInt(40 + shift) == 0;
                    int across = header.getInt(76 + shift) >>> 16;
                    int down = header.getInt(80 + shift) >>> 16;
                    track.width = turned ? down : across;
                    track.height = turned ? across : down;
                }
            }
            case "hdlr" -> {
                if (track != null) {
                    track.handler = name(read(file, box.body() + 8, 4), 0);
                }
            }
            default -> {}
        }
    }

    private static Box box(FileChannel file, long at, long to) throws IOException {
        ByteBuffer header = read(file, at, 8);
        long length = Integer.toUnsignedLong(header.getInt(0));
        long body = at + 8;
        if (length == 1) {
            length = read(file, at + 8, 8).getLong(0);
            body = at + 16;
        }
        long end = length == 0 ? to : at + length;
        if (end < body || end > to) {
            throw MediaRefused.mismatch("the clip is cut short");
        }
        return new Box(name(header, 4), at, body, end);
    }

    private static String name(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel file, long at, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    @Override
    public MediaFacts facts() {
        Track video = tracks.stream()
                .filter(track -> track.handler.equals("vide"))
                .findFirst()
                .orElseThrow();
        boolean sound = tracks.stream().anyMatch(track -> track.handler.equals("soun"));
        return new MediaFacts(format, size, video.width, video.height, false, sound, seconds > 0 ? seconds : null);
    }

    /** Boxes for people become empty space, so that no offset changes. */
    @Override
    public void strip(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (Box box : told) {
                erase(file, box);
            }
            for (Track track : tracks) {
                if (!track.handler.equals("vide") && !track.handler.equals("soun")) {
                    erase(file, track.box);
                }
            }
            for (Box box : dated) {
                boolean wide = read(file, box.body(), 1).get(0) == 1;
                zero(file, box.body() + 4, box.body() + (wide ? 20 : 12));
            }
        }
    }

    private static void erase(FileChannel file, Box box) throws IOException {
        file.write(ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)), box.start() + 4);
        zero(file, box.body(), box.end());
    }

    private static void zero(FileChannel file, long from, long to) throws IOException {
        byte[] nothing = new byte[1 << 16];
        for (long at = from; at < to; ) {
            at += file.write(ByteBuffer.wrap(nothing, 0, (int) Math.min(nothing.length, to - at)), at);
        }
    }
}
