package dev.callsheet.render.outbound;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held: the Exif orientation of a JPEG (Exif 2.32, tag 0x0112), 1 to 8; 1 is upright. */
final class Orientation {
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** 1 if the file says nothing, or nothing that makes sense. */
    static int of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 10 < jpeg.length && file.get(at) == (byte) 0xff) {
            int marker = file.get(at + 1) & 0xff;
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            if (marker == 0xda || length < 2) {
                return 1;
            }
            boolean exif = marker == 0xe1
                    && at + 2 + length <= jpeg.length
                    && length > 16
                    && new String(jpeg, at + 4, 4, StandardCharsets.US_ASCII).equals("Exif");
            if (exif) {
                return tag(file.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries && directory + 14 + i * 12 <= tiff.limit(); i++) {
            int entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** Whether width and height change places when the picture is put upright. */
    static boolean turned(int orientation) {
        return orientation >= 5;
    }

    /** Puts a picture of this size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
