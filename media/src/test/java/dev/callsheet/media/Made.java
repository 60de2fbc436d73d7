package dev.callsheet.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;

/** Real files for tests, with things in them that should not be told. */
final class Made {
    static final String TOLD = "52.5200 13.4050 Anna";

    private Made() {}

    /** Runs the bundled ffmpeg. */
    static Path ffmpeg(Path target, String... arguments) throws IOException, InterruptedException {
        File folder = Loader.cacheResource(
                org.bytedeco.ffmpeg.ffmpeg.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "-gpl/");
        File program = new File(folder, "ffmpeg");
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IOException("not executable");
        }
        List<String> command = new ArrayList<>(List.of(program.getPath(), "-nostdin", "-v", "error", "-y"));
        command.addAll(Arrays.asList(arguments));
        command.add(target.toString());
        ProcessBuilder child = new ProcessBuilder(command).inheritIO();
        child.environment().put("LD_LIBRARY_PATH", folder.getPath());
        if (child.start().waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + command);
        }
        return target;
    }

    static byte[] picture(String format, int width, int height, int type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width; i++) {
            image.setRGB(i, i * height / width, 0xff000000 | i * 77);
        }
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** With Exif (orientation and a place), XMP, IPTC, a comment, and more after the end. */
    static byte[] talkativeJpeg(int width, int height, int orientation) throws IOException {
        byte[] plain = picture("jpg", width, height, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xe1, "Exif\0\0", exif(orientation)));
        out.writeBytes(segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", TOLD.getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xe2, "ICC_PROFILE\0", new byte[] {1, 1, 7, 7, 7}));
        out.writeBytes(segment(0xe2, "MPF\0", TOLD.getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xed, "Photoshop 3.0\0", TOLD.getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xfe, "", TOLD.getBytes(StandardCharsets.UTF_8)));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(TOLD.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] segment(int marker, String name, byte[] body) {
        byte[] title = name.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + title.length + body.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + title.length + body.length))
                .put(title)
                .put(body)
                .array();
    }

    static byte[] exif(int orientation) {
        byte[] told = TOLD.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(38 + told.length)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(told.length)
                .putInt(38)
                .putInt(0)
                .put(told)
                .array();
    }

    static byte[] talkativePng(int width, int height, int type, int orientation) throws IOException {
        byte[] plain = picture("png", width, height, type);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        out.writeBytes(chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f}));
        out.writeBytes(chunk("tEXt", ("Author\0" + TOLD).getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(chunk("eXIf", exif(orientation)));
        out.write(plain, 33, plain.length - 33);
        out.writeBytes(TOLD.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, body.length + 4);
        return chunk.putInt((int) check.getValue()).array();
    }
}
