package dev.callsheet.identity.decode;

import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.picture.Picture;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Raw RGB with a size before it (PPM, type P6): the form in which frames come through the pipe, turned upright. All
 * pictures of a stream share one array: each is valid until the next is read.
 */
final class PortablePixmap {
    private static final long MOST_PIXELS = 4_000_000;

    private final InputStream in;
    private byte[] rgb = new byte[0];

    PortablePixmap(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next picture; empty at the end of the stream. */
    Optional<Picture> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if (first != 'P' || in.read() != '6') {
            throw new NotDecodable("the decoder's output has not the expected form");
        }
        in.read();
        int width = number();
        int height = number();
        int most = number();
        if (most != 255) {
            throw new NotDecodable("a frame of " + most + " shades a channel is out of bounds");
        }
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new NotDecodable("a frame of " + width + " x " + height + " pixels is out of bounds");
        }
        if (rgb.length != width * height * 3) {
            rgb = new byte[width * height * 3];
        }
        if (in.readNBytes(rgb, 0, rgb.length) < rgb.length) {
            throw new EOFException("a frame was cut off");
        }
        return Optional.of(new Picture(width, height, rgb));
    }

    /** A decimal number and the one white space after it. */
    private int number() throws IOException {
        int value = 0;
        for (int c = in.read(); c >= '0' && c <= '9' && value < 1_000_000; c = in.read()) {
            value = value * 10 + c - '0';
        }
        return value;
    }
}
