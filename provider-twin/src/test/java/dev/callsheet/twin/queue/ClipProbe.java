package dev.callsheet.twin.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;

/** Looks at a clip with the bundled ffprobe and ffmpeg programs. */
final class ClipProbe {

    private final Path clip;

    private ClipProbe(Path clip) {
        this.clip = clip;
    }

    static ClipProbe of(byte[] bytes, Path folder) throws IOException {
        var file = Files.createTempFile(folder, "clip", ".mp4");
        Files.write(file, bytes);
        return new ClipProbe(file);
    }

    JsonNode format() throws IOException, InterruptedException {
        return probe().path("format");
    }

    JsonNode video() throws IOException, InterruptedException {
        return probe().path("streams").path(0);
    }

    /** True if the index stands before the pictures, so that a player can start at once. */
    boolean startsFast() throws IOException {
        var text = Files.readString(clip, StandardCharsets.ISO_8859_1);
        return text.indexOf("moov") < text.indexOf("mdat");
    }

    /** The colour at a place of a frame, both given as shares from 0 to 1. */
    Color at(int frame, double x, double y) throws IOException, InterruptedException {
        var picture = clip.resolveSibling(clip.getFileName() + "-" + frame + ".png");
        var select = "select=eq(n\\," + frame + ")";
        run(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                clip + "",
                "-vf",
                select,
                "-frames:v",
                "1",
                "-update",
                "1",
                picture + "");
        var image = ImageIO.read(picture.toFile());
        return new Color(image.getRGB((int) (x * (image.getWidth() - 1)), (int) (y * (image.getHeight() - 1))));
    }

    private JsonNode probe() throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(
                        run("ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", clip.toString()));
    }

    private static String run(String program, String... arguments) throws IOException, InterruptedException {
        var folder = Loader.cacheResource(
                org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "-gpl/");
        var file = new File(folder, program);
        if (!file.canExecute() && !file.setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        var command = new ArrayList<>(List.of(file.getPath()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", folder.getPath());
        var child = builder.start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IOException(program + " failed");
        }
        return output;
    }
}
