package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WebM clip (RFC 8794 and 9559), element by element up to its first samples. */
public final class WebmFile implements EncodedFile {
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INFO = 0x1549A966;
    private static final int SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int VIDEO = 0xE0;
    private static final int WIDTH = 0xB0;
    private static final int HEIGHT = 0xBA;
    private static final int ALPHA = 0x53C0;
    private static final int SOUND_TRACK = 2;
    private static final int MOST_ELEMENTS = 10_000;

    private final long size;
    private int elements;
    private long scale = 1_000_000;
    private double duration;
    private long width;
    private long height;
    private boolean alpha;
    private boolean sound;

    private WebmFile(long size) {
        this.size = size;
    }

    public static WebmFile read(Path path) throws IOException {
        WebmFile webm = new WebmFile(Files.size(path));
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            webm.walk(file, webm.size);
        } catch (EOFException e) {
            throw MediaRefused.mismatch("the clip is cut short");
        }
        if (webm.width < 1 || webm.width > 0xffff || webm.height < 1 || webm.height > 0xffff) {
            throw MediaRefused.mismatch("the clip holds no pictures");
        }
        return webm;
    }

    private void walk(RandomAccessFile file, long to) throws IOException {
        while (file.getFilePointer() < to && ++elements < MOST_ELEMENTS) {
            int id = (int) number(file, true);
            if (id == CLUSTER) {
                file.seek(to);
                return;
            }
            long length = number(file, false);
            long end = length < 0 ? to : file.getFilePointer() + length;
            if (end > to) {
                throw new EOFException();
            }
            switch (id) {
                case SEGMENT, INFO, TRACKS, TRACK, VIDEO -> walk(file, end);
                case SCALE -> scale = unsigned(file, length);
                case DURATION -> duration = length == 4 ? file.readFloat() : file.readDouble();
                case TRACK_TYPE -> sound |= unsigned(file, length) == SOUND_TRACK;
                case WIDTH -> width = unsigned(file, length);
                case HEIGHT -> height = unsigned(file, length);
                case ALPHA -> alpha |= unsigned(file, length) == 1;
                default -> {}
            }
            file.seek(end);
        }
    }

    /** A number whose first byte says how long it is. @return -1 for a length that is not known */
    private static long number(RandomAccessFile file, boolean marked) throws IOException {
        int first = file.readUnsignedByte();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            throw new EOFException();
        }
        long value = marked ? first : first & (0x7f >> more);
        boolean ones = value == 0x7f >> more;
        for (int i = 0; i < more; i++) {
            int next = file.readUnsignedByte();
            ones &= next == 0xff;
            value = value << 8 | next;
        }
        return ones && !marked ? -1 : value;
    }

    private static long unsigned(RandomAccessFile file, long length) throws IOException {
        long value = 0;
        for (int i = 0; i < length && i < 8; i++) {
            value = value << 8 | file.readUnsignedByte();
        }
        return value;
    }

    @Override
    public MediaFacts facts() {
        double seconds = duration * scale / 1e9;
        return new MediaFacts(
                MediaFormat.WEBM, size, (int) width, (int) height, alpha, sound, seconds > 0 ? seconds : null);
    }

    @Override
    public void strip(Path file) {
        throw MediaRefused.mismatch("no model reads WebM; give an MP4");
    }
}
