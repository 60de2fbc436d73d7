package dev.callsheet.render.outbound;

import java.io.IOException;
import java.io.InputStream;

/** Our object store: one bucket. Thread-safe. */
public interface ClipStore {

    String bucket();

    /** Writes an object, streamed in bounded memory. @param length in bytes, -1 if not known */
    void put(String key, String contentType, long length, InputStream content) throws IOException;

    /** Opens an object. @throws java.nio.file.NoSuchFileException if there is none */
    InputStream open(String key) throws IOException;

    /** Size in bytes. @throws java.nio.file.NoSuchFileException if there is none */
    long size(String key) throws IOException;

    /** Whether the bucket is there and open to us. */
    boolean ready();
}
