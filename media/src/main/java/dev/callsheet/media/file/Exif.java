package dev.callsheet.media.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of an Exif block (2.32, a TIFF directory) that changes how a picture is shown: its orientation. */
final class Exif {
    /** As the file is: nothing is turned. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** 1 to 8; 1 if the block does not say, or says nonsense. */
    static int orientation(byte[] tiff) {
        if (tiff.length < 14) {
            return UPRIGHT;
        }
        ByteBuffer block = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = block.getInt(4);
        if (directory < 8 || directory > tiff.length - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(block.getShort(directory));
        for (int i = 0; i < entries && directory + 14 + i * 12 <= tiff.length; i++) {
            int entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(block.getShort(entry)) == TAG) {
                int value = block.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    static boolean turned(int orientation) {
        return orientation >= 5;
    }

    /** A block that says nothing else. */
    static byte[] only(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
