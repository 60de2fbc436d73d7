package dev.callsheet.render.outbound;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once, from their beginning. */
@FunctionalInterface
public interface ContentSource {
    InputStream open() throws IOException;
}
