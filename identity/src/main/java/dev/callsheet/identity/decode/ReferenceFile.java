package dev.callsheet.identity.decode;

import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.picture.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A reference in a local file: a picture, or a clip out of which candidates are taken. */
public final class ReferenceFile {
    /** Evenly spread over a clip; the best of them are used. */
    private static final int CANDIDATES = 12;

    private static final int HEAD = 16;

    private ReferenceFile() {}

    /**
     * The picture, or candidates of the clip, no longer than 1280 px on a side.
     *
     * @throws dev.callsheet.decoder.NotDecodable if it is neither
     */
    public static List<Picture> pictures(Ffmpeg ffmpeg, Path file) {
        byte[] head = head(file);
        if (PictureFile.is(head)) {
            return List.of(PictureFile.read(ffmpeg, file, head));
        }
        ClipFile clip = ClipFile.open(ffmpeg, file, sha256(file));
        int frames = clip.times().size();
        int wanted = Math.min(CANDIDATES, frames);
        List<Integer> chosen = IntStream.range(0, wanted)
                .map(i -> (int) ((i + 0.5) * frames / wanted))
                .boxed()
                .toList();
        List<Picture> pictures = new ArrayList<>();
        clip.frames(chosen, frame -> pictures.add(frame.picture().copy()));
        return pictures;
    }

    /** SHA-256 of a file, lower-case hexadecimal. */
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be read", e);
        }
    }
}
