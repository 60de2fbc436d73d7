package dev.callsheet.scorer.outbound;

import dev.callsheet.scorer.domain.NotDecodable;
import dev.callsheet.scorer.domain.Picture;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Raw RGB with a size before it (PPM, type P6): the form in which frames come through the pipe, turned upright. */
final class PortablePixmap {
    private static final long MOST_PIXELS = 4_000_000;

    private PortablePixmap() {}

    /** The next picture; empty at the end of the stream. */
    static Optional<Picture> next(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if (first != 'P' || in.read() != '6') {
            throw new NotDecodable("the decoder's output has not the expected form");
        }
        in.read();
        int width = number(in);
        int height = number(in);
        number(in);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new NotDecodable("a frame of " + width + " x " + height + " pixels is out of bounds");
        }
        byte[] rgb = in.readNBytes(width * height * 3);
        if (rgb.length < width * height * 3) {
            throw new EOFException("a frame was cut off");
        }
        return Optional.of(new Picture(width, height, rgb));
    }

    /** A decimal number and the one white space after it. */
    private static int number(InputStream in) throws IOException {
        int value = 0;
        for (int c = in.read(); c >= '0' && c <= '9' && value < 1_000_000; c = in.read()) {
            value = value * 10 + c - '0';
        }
        return value;
    }
}
