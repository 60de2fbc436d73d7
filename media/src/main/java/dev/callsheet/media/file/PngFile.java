package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG (W3C, third edition), chunk by chunk. What follows its end is not taken over. */
public final class PngFile implements EncodedFile {
    private static final int SIGNATURE = 8;
    /** Critical chunks begin with a capital letter; of the others these change how the picture looks or moves. */
    private static final Set<String> KEPT = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "sBIT", "cICP", "mDCV", "cLLI", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    private final long size;
    private final Pieces kept = new Pieces();
    private int width;
    private int height;
    private boolean alpha;
    private int orientation = Exif.UPRIGHT;

    private PngFile(long size) {
        this.size = size;
    }

    public static PngFile read(Path path) throws IOException {
        byte[] file = EncodedFile.bytes(path);
        PngFile png = new PngFile(file.length);
        png.kept.add(file, 0, SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        String type;
        do {
            int start = in.position();
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > in.remaining() - 4 || (start == SIGNATURE) != type.equals("IHDR")) {
                throw new IndexOutOfBoundsException();
            }
            png.chunk(type, in.slice(in.position(), length));
            in.position(in.position() + length + 4);
            if (Character.isUpperCase(type.charAt(0)) || KEPT.contains(type)) {
                png.kept.add(file, start, in.position() - start);
            }
        } while (!type.equals("IEND"));
        return png;
    }

    private void chunk(String type, ByteBuffer body) {
        switch (type) {
            case "IHDR" -> {
                width = body.getInt(0);
                height = body.getInt(4);
                // Colour types 4 and 6 have an alpha channel.
                alpha = (body.get(9) & 4) != 0;
            }
            case "tRNS" -> alpha = true;
            case "eXIf" -> {
                byte[] block = new byte[body.remaining()];
                body.get(block);
                orientation = Exif.orientation(block);
            }
            default -> {}
        }
    }

    @Override
    public MediaFacts facts() {
        boolean turned = Exif.turned(orientation);
        return MediaFacts.picture(MediaFormat.PNG, size, turned ? height : width, turned ? width : height, alpha);
    }

    @Override
    public void strip(Path path) throws IOException {
        if (orientation != Exif.UPRIGHT) {
            // After signature and header.
            kept.insert(2, chunk("eXIf", Exif.only(orientation)));
        }
        kept.write(path);
    }

    private static byte[] chunk(String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, body.length + 4);
        return chunk.putInt((int) check.getValue()).array();
    }
}
