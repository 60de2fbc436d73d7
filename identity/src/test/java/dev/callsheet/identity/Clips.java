package dev.callsheet.identity;

import dev.callsheet.contracts.Json;
import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.decode.ClipFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** H.264 clips of 1280 x 720 at 25 frames a second, made from stills with a slow zoom. */
public final class Clips {
    private static final int FPS = 25;

    private final Path folder;

    public Clips(Path folder) {
        this.folder = folder;
    }

    /** One still after the other, each for these seconds. */
    public Path of(String name, double secondsEach, BufferedImage... stills) throws IOException, InterruptedException {
        double[] seconds = new double[stills.length];
        Arrays.fill(seconds, secondsEach);
        return of(name, seconds, stills);
    }

    /** One still after the other, each for its seconds. */
    public Path of(String name, double[] seconds, BufferedImage... stills) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-y", "-v", "error"));
        StringBuilder filter = new StringBuilder();
        for (int i = 0; i < stills.length; i++) {
            Path png = folder.resolve(name + "-" + i + ".png");
            ImageIO.write(onStage(stills[i]), "png", png.toFile());
            command.addAll(List.of("-i", png.toString()));
            filter.append(zooming(i, seconds[i])).append("[v").append(i).append("];");
        }
        for (int i = 0; i < stills.length; i++) {
            filter.append("[v").append(i).append("]");
        }
        filter.append("concat=n=").append(stills.length).append(":v=1[v]");
        return made(name, command, filter.toString());
    }

    /** One face slowly becomes another at the same place. */
    public Path morph(String name, double seconds, BufferedImage from, BufferedImage to)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-y", "-v", "error"));
        for (BufferedImage still : List.of(from, to)) {
            Path png = folder.resolve(name + "-" + command.size() + ".png");
            ImageIO.write(onStage(still), "png", png.toFile());
            command.addAll(List.of("-i", png.toString()));
        }
        String filter = zooming(0, seconds) + "[a];" + zooming(1, seconds) + "[b];[a][b]xfade=duration=" + seconds
                + ":offset=0[v]";
        return made(name, command, filter);
    }

    /** A clip put through a filter of ffmpeg's. */
    public Path filtered(String name, Path clip, String filter) throws IOException, InterruptedException {
        return made(
                name, new ArrayList<>(List.of("-y", "-v", "error", "-i", clip.toString())), "[0:v]" + filter + "[v]");
    }

    private static String zooming(int input, double seconds) {
        return "[%d:v]zoompan=z='1+0.0012*on':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d=%d:s=1280x720:fps=%d"
                .formatted(input, Math.round(seconds * FPS), FPS);
    }

    private Path made(String name, List<String> command, String filter) throws IOException, InterruptedException {
        Path clip = folder.resolve(name + ".mp4");
        command.addAll(List.of("-filter_complex", filter, "-map", "[v]", "-c:v", "libx264"));
        command.addAll(List.of("-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", clip.toString()));
        run(command);
        return clip;
    }

    public static void run(List<String> arguments) throws IOException, InterruptedException {
        int code = new BundledPrograms()
                .program("ffmpeg", arguments)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the test's clip could not be made");
        }
    }

    public static ClipFile open(Ffmpeg ffmpeg, Path file) throws IOException {
        return ClipFile.open(ffmpeg, file, Json.sha256(Files.readAllBytes(file)));
    }

    /** A scene without anybody: sky, ground and a ball. */
    public static BufferedImage nobody() {
        BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(new Color(120, 170, 220));
        g.fillRect(0, 0, 1280, 420);
        g.setColor(new Color(60, 120, 60));
        g.fillRect(0, 420, 1280, 300);
        g.setColor(new Color(200, 40, 40));
        g.fillOval(560, 380, 160, 160);
        g.dispose();
        return image;
    }

    private static BufferedImage onStage(BufferedImage still) {
        BufferedImage stage = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        double scale = Math.min(1280.0 / still.getWidth(), 720.0 / still.getHeight());
        int width = (int) (still.getWidth() * scale);
        int height = (int) (still.getHeight() * scale);
        var g = stage.createGraphics();
        g.setColor(new Color(70, 70, 80));
        g.fillRect(0, 0, 1280, 720);
        g.drawImage(still, (1280 - width) / 2, (720 - height) / 2, width, height, null);
        g.dispose();
        return stage;
    }
}
