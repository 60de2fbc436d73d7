package dev.callsheet.media;

import dev.callsheet.media.file.BmpFile;
import dev.callsheet.media.file.EncodedFile;
import dev.callsheet.media.file.JpegFile;
import dev.callsheet.media.file.Mp3File;
import dev.callsheet.media.file.Mp4File;
import dev.callsheet.media.file.PngFile;
import dev.callsheet.media.file.WavFile;
import dev.callsheet.media.file.WebmFile;
import dev.callsheet.media.file.WebpFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks into a local file of unknown origin. Nothing is decoded, so a small file cannot become a large picture here. */
public final class MediaFile {
    /** The most pixels that anything of ours decodes: 8000 x 8000, the largest picture of Model Studio's wan2.7 page. */
    public static final long MOST_PIXELS = 64_000_000;

    private MediaFile() {}

    /**
     * What the file is.
     *
     * @throws MediaRefused if it is no medium, is cut short or damaged, or has more than {@link #MOST_PIXELS}
     */
    public static MediaFacts facts(Path file) throws IOException {
        try {
            MediaFacts facts = open(file).facts();
            if (facts.width() != null && facts.height() != null) {
                checkPixels(facts.width(), facts.height());
            }
            return facts;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw MediaRefused.mismatch("the file is damaged or cut short");
        }
    }

    /**
     * Takes out what the file tells besides its content: place, time, camera, names, comments. Pixels and sound stay byte
     * for byte; colour profile and orientation stay. The samples of a timed metadata track inside an MP4 stay, unreferenced.
     *
     * @throws MediaRefused as {@link #facts}, and for WebM, which no model reads
     */
    public static void strip(Path file) throws IOException {
        try {
            open(file).strip(file);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw MediaRefused.mismatch("the file is damaged or cut short");
        }
    }

    private static EncodedFile open(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(MediaFormat.HEAD_BYTES);
        }
        MediaFormat format = MediaFormat.of(head)
                .orElseThrow(
                        () -> MediaRefused.mismatch(
                                "the bytes are no medium that is known; allowed are JPEG, PNG, WebP, BMP, MP4, MOV, WAV and MP3"));
        return switch (format) {
            case JPEG -> JpegFile.read(file);
            case PNG -> PngFile.read(file);
            case WEBP -> WebpFile.read(file);
            case BMP -> BmpFile.read(file);
            case MP4, MOV -> Mp4File.read(file, format);
            case WEBM -> WebmFile.read(file);
            case WAV -> WavFile.read(file);
            case MP3 -> Mp3File.read(file);
        };
    }

    private static void checkPixels(long width, long height) {
        if (width < 1 || height < 1) {
            throw MediaRefused.mismatch("the file says that it is " + width + " x " + height + " pixels");
        }
        if (width * height > MOST_PIXELS) {
            throw MediaRefused.unreachable(
                    "found " + width + " x " + height + " pixels; allowed are " + MOST_PIXELS + " in all");
        }
    }
}
