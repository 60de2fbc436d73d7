package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A WebP picture (RFC 9649), chunk by chunk. */
public final class WebpFile implements EncodedFile {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;

    private final long size;
    private final List<Riff.Chunk> chunks;
    private int width;
    private int height;
    private boolean alpha;
    private int orientation = Exif.UPRIGHT;

    private WebpFile(long size, List<Riff.Chunk> chunks) {
        this.size = size;
        this.chunks = chunks;
        // The canvas of an extended file comes first and is the size that counts.
        for (Riff.Chunk chunk : chunks.reversed()) {
            look(chunk.name(), chunk.body());
        }
        if (width == 0) {
            throw MediaRefused.mismatch("the WebP holds no picture");
        }
    }

    public static WebpFile read(Path path) throws IOException {
        byte[] file = EncodedFile.bytes(path);
        return new WebpFile(file.length, Riff.chunks(file, false));
    }

    private void look(String name, ByteBuffer body) {
        switch (name) {
            case "VP8 " -> {
                width = body.getShort(6) & 0x3fff;
                height = body.getShort(8) & 0x3fff;
            }
            case "VP8L" -> {
                int bits = body.getInt(1);
                width = (bits & 0x3fff) + 1;
                height = (bits >> 14 & 0x3fff) + 1;
                alpha |= (bits >> 28 & 1) == 1;
            }
            case "VP8X" -> {
                width = (body.getInt(3) >>> 8) + 1;
                height = (body.getShort(7) & 0xffff | (body.get(9) & 0xff) << 16) + 1;
                alpha |= (body.get(0) & ALPHA) != 0;
            }
            case "ALPH" -> alpha = true;
            case "EXIF" -> {
                byte[] block = new byte[body.remaining()];
                body.duplicate().get(block);
                boolean named = block.length > 6 && block[0] == 'E';
                orientation = Exif.orientation(named ? Arrays.copyOfRange(block, 6, block.length) : block);
            }
            default -> {}
        }
    }

    @Override
    public MediaFacts facts() {
        boolean turned = Exif.turned(orientation);
        return MediaFacts.picture(MediaFormat.WEBP, size, turned ? height : width, turned ? width : height, alpha);
    }

    @Override
    public void strip(Path path) throws IOException {
        List<Riff.Chunk> kept = new ArrayList<>();
        for (Riff.Chunk chunk : chunks) {
            if (chunk.name().equals("VP8X")) {
                byte[] header = chunk.bytes();
                header[0] = (byte) (header[0] & ~(EXIF | XMP) | (orientation == Exif.UPRIGHT ? 0 : EXIF));
                kept.add(new Riff.Chunk("VP8X", ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN)));
            } else if (KEPT.contains(chunk.name())) {
                kept.add(chunk);
            }
        }
        if (orientation != Exif.UPRIGHT) {
            kept.add(new Riff.Chunk("EXIF", ByteBuffer.wrap(Exif.only(orientation))));
        }
        Riff.file("WEBP", kept).write(path);
    }
}
