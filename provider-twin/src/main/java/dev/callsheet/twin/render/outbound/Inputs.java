package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.RenderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;

/** Fetches the media of a payload and makes stills of them. */
@ApplicationScoped
public class Inputs {

    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Ffmpeg ffmpeg;

    Inputs(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Downloads one file of the payload; a {@code file:} address, which no payload can carry, is taken as it is.
     *
     * @param field the payload field, for the reason of a failure
     */
    public Path fetch(URI address, String field, Workspace work) throws RenderFailure, InterruptedException {
        if ("file".equals(address.getScheme())) {
            return Path.of(address);
        }
        var target = work.file(field);
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw undownloadable(field, "HTTP " + answer.statusCode());
                }
                copy(body, target, field);
            }
            return target;
        } catch (IOException | IllegalArgumentException _) {
            throw undownloadable(field, "no answer");
        }
    }

    /** Makes a picture of an image file, or of the first frame of a video file; no side is longer than given. */
    public Still still(Path media, String field, int longestSide, Workspace work)
            throws RenderFailure, InterruptedException {
        var file = work.file(field + ".bmp");
        try {
            var fit = "scale='min(iw,%1$d)':'min(ih,%1$d)':force_original_aspect_ratio=decrease".formatted(longestSide);
            ffmpeg.run(List.of(
                    "-i",
                    media.toString(),
                    "-vf",
                    fit,
                    "-frames:v",
                    "1",
                    "-c:v",
                    "bmp",
                    "-pix_fmt",
                    "bgr24",
                    "-update",
                    "1",
                    file.toString()));
            var image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new IOException("not a bitmap");
            }
            return new Still(file, image);
        } catch (RenderFailure | IOException _) {
            throw new RenderFailure("InvalidParameter: the media of " + field + " cannot be decoded");
        }
    }

    private static void copy(InputStream body, Path target, String field) throws IOException, RenderFailure {
        try (var out = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            long total = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                total += n;
                if (total > MOST_BYTES) {
                    throw new RenderFailure("InvalidFile.Size: the media of " + field + " is larger than 100 MB");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static RenderFailure undownloadable(String field, String why) {
        return new RenderFailure(
                "InvalidParameter.DataInspection: unable to download the media of " + field + " (" + why + ")");
    }
}
