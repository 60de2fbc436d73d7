package dev.callsheet.media.file;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose form has been read. */
public sealed interface EncodedFile permits BmpFile, JpegFile, Mp3File, Mp4File, PngFile, WavFile, WebmFile, WebpFile {

    /** The most bytes of a picture or a sound that are held in memory at once. */
    long MOST_BYTES = 32L << 20;

    MediaFacts facts();

    /** Writes the file anew, or overwrites in place, without what it tells besides its content. */
    void strip(Path file) throws IOException;

    /** The whole file. @throws MediaRefused if it is larger than {@link #MOST_BYTES} */
    static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw MediaRefused.unreachable("found " + size + " bytes; allowed are " + MOST_BYTES);
        }
        return Files.readAllBytes(file);
    }
}
