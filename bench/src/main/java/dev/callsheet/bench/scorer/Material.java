package dev.callsheet.bench.scorer;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.stack.StackFailure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Makes what is measured: H.264 clips of 1280 x 720 at 25 frames a second, as x264 writes them when nobody asks for anything
 * (High profile, CABAC, B-frames), out of photographs with a slow zoom.
 */
record Material(Path folder) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FPS = 25;

    /** The photograph as a picture file. */
    Path picture(Photograph photograph) throws IOException {
        return png(photograph, photograph.image());
    }

    /** One photograph after the other, each for these seconds. */
    Path clip(String name, double secondsEach, Photograph... photographs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-y", "-v", "error"));
        StringBuilder filter = new StringBuilder();
        for (int i = 0; i < photographs.length; i++) {
            Path still = folder.resolve(name + "-" + i + ".png");
            ImageIO.write(onStage(photographs[i].image()), "png", still.toFile());
            command.addAll(List.of("-i", still.toString()));
            filter.append(String.format(
                    Locale.ROOT,
                    "[%d:v]zoompan=z='1+0.0012*on':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d=%d:s=%dx%d:fps=%d[v%d];",
                    i,
                    Math.round(secondsEach * FPS),
                    WIDTH,
                    HEIGHT,
                    FPS,
                    i));
        }
        for (int i = 0; i < photographs.length; i++) {
            filter.append("[v").append(i).append("]");
        }
        filter.append("concat=n=").append(photographs.length).append(":v=1[v]");
        Path clip = folder.resolve(name + ".mp4");
        command.addAll(List.of("-filter_complex", filter.toString(), "-map", "[v]"));
        command.addAll(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", clip.toString()));
        int code = new BundledPrograms()
                .program("ffmpeg", command)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new StackFailure("the clip cannot be made: " + clip);
        }
        return clip;
    }

    private Path png(Photograph photograph, BufferedImage image) throws IOException {
        Path file = folder.resolve(photograph.name().toLowerCase(Locale.ROOT) + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static BufferedImage onStage(BufferedImage still) {
        BufferedImage stage = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        double scale = Math.min((double) WIDTH / still.getWidth(), (double) HEIGHT / still.getHeight());
        int width = (int) (still.getWidth() * scale);
        int height = (int) (still.getHeight() * scale);
        Graphics2D graphics = stage.createGraphics();
        graphics.setColor(new Color(70, 70, 80));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.drawImage(still, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        graphics.dispose();
        return stage;
    }
}
