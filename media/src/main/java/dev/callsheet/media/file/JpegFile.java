package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A JPEG (ITU T.81, annex B), segment by segment. */
public final class JpegFile implements EncodedFile {
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_BYTES = 14;

    private final byte[] file;
    private final Pieces kept = new Pieces();
    /** Where our own block goes: JFIF, where there is one, stays the first segment. */
    private int blockPlace = 1;

    private int at = 2;
    private int width;
    private int height;
    private int orientation = Exif.UPRIGHT;

    private JpegFile(byte[] file) {
        this.file = file;
    }

    public static JpegFile read(Path path) throws IOException {
        JpegFile jpeg = new JpegFile(EncodedFile.bytes(path));
        jpeg.kept.add(jpeg.file, 0, 2);
        jpeg.walk();
        if (jpeg.width == 0 || jpeg.height == 0) {
            throw MediaRefused.mismatch("the JPEG names no size");
        }
        return jpeg;
    }

    private void walk() {
        for (int marker = marker(); marker != EOI; marker = marker()) {
            int length = Short.toUnsignedInt(ByteBuffer.wrap(file).getShort(at));
            byte[] body = Arrays.copyOfRange(file, at + 2, at + Math.max(2, length));
            if (length < 2 || at + length > file.length) {
                throw new IndexOutOfBoundsException();
            }
            at += length;
            segment(marker, body);
            if (marker == SOS) {
                scan();
            }
        }
        kept.add(new byte[] {(byte) 0xff, (byte) EOI});
    }

    private int marker() {
        if (file[at] != (byte) 0xff) {
            throw new IndexOutOfBoundsException();
        }
        while (file[at] == (byte) 0xff) {
            at++;
        }
        return file[at++] & 0xff;
    }

    private void segment(int marker, byte[] body) {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            if (width != 0) {
                throw MediaRefused.mismatch("the JPEG names two sizes");
            }
            ByteBuffer header = ByteBuffer.wrap(body);
            height = Short.toUnsignedInt(header.getShort(1));
            width = Short.toUnsignedInt(header.getShort(3));
        }
        if (marker == APP0 && is(body, "JFIF\0")) {
            // Without the thumbnail that may follow the density.
            byte[] plain = Arrays.copyOf(body, JFIF_BYTES);
            plain[JFIF_BYTES - 2] = 0;
            plain[JFIF_BYTES - 1] = 0;
            keep(marker, plain);
            blockPlace = Math.max(blockPlace, 2);
        } else if (marker == APP1 && is(body, EXIF)) {
            orientation = Exif.orientation(Arrays.copyOfRange(body, EXIF.length(), body.length));
        } else if (marker < APP0 || marker == APP14 || (marker == APP2 && is(body, "ICC_PROFILE\0"))) {
            keep(marker, body);
        }
    }

    private static boolean is(byte[] body, String name) {
        return new String(body, 0, Math.min(name.length(), body.length), StandardCharsets.ISO_8859_1).equals(name);
    }

    private void keep(int marker, byte[] body) {
        kept.add(ByteBuffer.allocate(4 + body.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array());
    }

    /** Coded pixels, up to the next marker that is not a part of them. */
    private void scan() {
        int start = at;
        while (file[at] != (byte) 0xff || file[at + 1] == 0 || (file[at + 1] & 0xf8) == 0xd0) {
            at += file[at] == (byte) 0xff ? 2 : 1;
        }
        kept.add(file, start, at - start);
    }

    @Override
    public MediaFacts facts() {
        boolean turned = Exif.turned(orientation);
        return MediaFacts.picture(
                MediaFormat.JPEG, file.length, turned ? height : width, turned ? width : height, false);
    }

    @Override
    public void strip(Path path) throws IOException {
        if (orientation != Exif.UPRIGHT) {
            byte[] name = EXIF.getBytes(StandardCharsets.ISO_8859_1);
            byte[] block = Exif.only(orientation);
            kept.insert(
                    blockPlace,
                    ByteBuffer.allocate(4 + name.length + block.length)
                            .put((byte) 0xff)
                            .put((byte) APP1)
                            .putShort((short) (2 + name.length + block.length))
                            .put(name)
                            .put(block)
                            .array());
        }
        kept.write(path);
    }
}
