package dev.callsheet.render.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;

/** The bytes of an input that we read ourselves; can be read more than once, until it is closed. */
interface Material extends AutoCloseable {

    /** In bytes. */
    long size();

    InputStream open() throws IOException;

    @Override
    void close() throws IOException;

    /** The format by the first bytes, if it is one that is known. */
    default java.util.Optional<MediaFormat> format() throws IOException {
        try (InputStream content = open()) {
            return MediaFormat.of(content.readNBytes(MediaFormat.HEAD_BYTES));
        }
    }

    /** Lower-case hexadecimal. */
    default String sha256() throws IOException {
        try (DigestInputStream content = Sha256.of(open())) {
            content.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(content);
        }
    }
}
