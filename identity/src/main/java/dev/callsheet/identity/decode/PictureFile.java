package dev.callsheet.identity.decode;

import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.picture.Picture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A still picture in a local file; what it is says its content, not its name. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Decodes it, upright and no longer than 1280 px on a side.
     *
     * @param head the file's first bytes, at least twelve
     * @throws NotDecodable if it is no JPEG, PNG or WebP, or is damaged
     */
    public static Picture read(Ffmpeg ffmpeg, Path file, byte[] head) {
        String format = format(head);
        if (format == null) {
            throw new NotDecodable("not a JPEG, PNG or WebP picture");
        }
        List<String> input = List.of("-f", format, "-i", "file:" + file.toAbsolutePath());
        // A picture of 16 bits a channel comes as one of 8, too.
        List<String> after = List.of(
                "-vf",
                ClipFile.WITHIN,
                "-frames:v",
                "1",
                "-threads",
                "1",
                "-pix_fmt",
                "rgb24",
                "-c:v",
                "ppm",
                "-f",
                "image2pipe",
                "pipe:1");
        return ffmpeg.decode(input, after, stdout -> new PortablePixmap(stdout).next())
                .orElseThrow(() -> new NotDecodable("the picture could not be decoded"));
    }

    /** Whether a file that begins like this is a picture of a known kind. */
    public static boolean is(byte[] head) {
        return format(head) != null;
    }

    private static @Nullable String format(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg_pipe";
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "png_pipe";
        }
        return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? "webp_pipe" : null;
    }
}
