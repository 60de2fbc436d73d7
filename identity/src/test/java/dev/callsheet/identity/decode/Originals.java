package dev.callsheet.identity.decode;

import dev.callsheet.decoder.BundledPrograms;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Files that are as they should be, of many kinds, made in one go. */
record Originals(Path folder) {
    private static final List<String> H264 =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-g", "12", "-pix_fmt", "yuv420p");

    /** @param folder where they are put */
    static Originals make(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-y", "-v", "error"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=1"));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=d=1:r=44100"));
        clip(command, H264, "end.mp4");
        clip(command, H264, "-movflags", "faststart", "fast.mp4");
        clip(command, H264, "-movflags", "frag_keyframe+empty_moov", "pieces.mp4");
        clip(command, H264, "clip.mkv");
        clip(command, H264, "clip.ts");
        clip(command, H264, "clip.flv");
        clip(command, H264, "clip.h264");
        clip(command, List.of("-c:v", "mpeg4"), "clip.avi");
        clip(command, List.of("-c:v", "mpeg2video"), "mpeg2.mp4");
        clip(command, List.of("-c:v", "ffv1"), "ffv1.mkv");
        clip(command, List.of("-frames:v", "2"), "clip.y4m");
        clip(command, List.of("-frames:v", "2"), "apng.apng");
        clip(command, List.of("-frames:v", "2"), "still%d.webp");
        clip(command, List.of("-frames:v", "2", "-c:v", "libwebp_anim"), "animated.webp");
        for (String sound : List.of("tone.wav", "tone.mp3", "tone.m4a", "tone.flac", "tone.ogg")) {
            command.addAll(List.of("-map", "1:a", folder.resolve(sound).toString()));
        }
        command.replaceAll(word ->
                word.matches("[a-z0-9%]+\\.[a-z0-9]+") ? folder.resolve(word).toString() : word);
        Path log = folder.resolve("log");
        int code = new BundledPrograms()
                .program("ffmpeg", command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        return new Originals(folder);
    }

    private static void clip(List<String> command, List<String> coder, String... rest) {
        command.addAll(List.of("-map", "0:v"));
        command.addAll(coder);
        command.addAll(List.of(rest));
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** A picture of 64 x 64 in a format of the JDK. */
    static byte[] picture(String format) throws IOException {
        return picture(format, 64, 64);
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(width / 4, height / 4, width / 2, height / 2);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IllegalStateException("no writer for " + format);
        }
        return bytes.toByteArray();
    }
}
