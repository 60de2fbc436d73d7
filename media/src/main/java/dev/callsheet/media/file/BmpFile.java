package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A Windows bitmap: a header and pixels. What follows the size that it states is not taken over. */
public final class BmpFile implements EncodedFile {
    private final byte[] file;
    private final ByteBuffer header;

    private BmpFile(byte[] file) {
        this.file = file;
        this.header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static BmpFile read(Path path) throws IOException {
        return new BmpFile(EncodedFile.bytes(path));
    }

    @Override
    public MediaFacts facts() {
        // Rows may run downwards: the height is negative then.
        return MediaFacts.picture(MediaFormat.BMP, file.length, header.getInt(18), Math.abs(header.getInt(22)), false);
    }

    @Override
    public void strip(Path path) throws IOException {
        long stated = Integer.toUnsignedLong(header.getInt(2));
        if (stated >= 54 && stated < file.length) {
            Pieces kept = new Pieces();
            kept.add(file, 0, (int) stated);
            kept.write(path);
        }
    }
}
