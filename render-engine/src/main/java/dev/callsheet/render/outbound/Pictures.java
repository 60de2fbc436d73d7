package dev.callsheet.render.outbound;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.callsheet.media.MediaFile;
import dev.callsheet.render.domain.Unrenderable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Makes a picture fit the models' limits (GMI Cloud: a side of at most 2000 pixels, no alpha) without a visible loss. */
public final class Pictures {
    private static final int LONGEST_SIDE = 2000;
    /** More than this is read with gaps, so that one picture never fills the heap. */
    private static final double MOST_PIXELS = 25e6;

    private static final float QUALITY = 0.95f;

    static {
        ImageIO.setUseCache(false);
    }

    /** A picture that fits, and what was done to it; the same bytes if nothing was. */
    public record Fitted(byte[] bytes, MediaFormat format, List<String> repairs) {}

    /** @throws Unrenderable if the bytes are no picture that can be read */
    public Fitted fit(byte[] bytes, MediaFormat format) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(input, format);
            try {
                reader.setInput(input, false, true);
                return fit(bytes, format, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(format);
        }
    }

    private static ImageReader reader(ImageInputStream input, MediaFormat format) throws IOException {
        if (format == MediaFormat.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw unreadable(format);
        }
        return readers.next();
    }

    private static Fitted fit(byte[] bytes, MediaFormat format, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        // The reader of WebP cannot leave gaps.
        double most = format == MediaFormat.WEBP ? MOST_PIXELS : MediaFile.MOST_PIXELS;
        if (width * (double) height > most) {
            throw new Unrenderable(
                    "MEDIA_UNREACHABLE",
                    "found a picture of " + width + " x " + height + " pixels; allowed are " + (long) most + " in all");
        }
        boolean large = Math.max(width, height) > LONGEST_SIDE;
        boolean alpha = (format == MediaFormat.PNG || format == MediaFormat.WEBP)
                && reader.getImageTypes(0).next().getColorModel().hasAlpha();
        if (!large && !alpha && (format == MediaFormat.JPEG || format == MediaFormat.PNG)) {
            return new Fitted(bytes, format, List.of());
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int gap = (int) Math.ceil(Math.sqrt(width * (double) height / MOST_PIXELS));
        if (gap > 1) {
            param.setSourceSubsampling(gap, gap, 0, 0);
        }
        int orientation = format == MediaFormat.JPEG ? Orientation.of(bytes) : 1;
        BufferedImage fitted = draw(reader.read(0, param), orientation);

        List<String> repairs = new ArrayList<>();
        if (large) {
            repairs.add("IMAGE_NEEDS_DOWNSCALE: " + width + " x " + height + " made " + fitted.getWidth() + " x "
                    + fitted.getHeight());
        }
        if (alpha) {
            repairs.add("ALPHA_FLATTENED: transparent parts made white");
        }
        MediaFormat target = format == MediaFormat.JPEG ? MediaFormat.JPEG : MediaFormat.PNG;
        if (format == MediaFormat.BMP || format == MediaFormat.WEBP) {
            repairs.add("FORMAT_CHANGED: " + format.word() + " made png");
        }
        return new Fitted(encoded(fitted, target), target, repairs);
    }

    /** Halves as long as that is enough, so that no pixel is skipped, then goes to the exact size, upright on white. */
    private static BufferedImage draw(BufferedImage source, int orientation) {
        BufferedImage picture = source;
        while (Math.max(picture.getWidth(), picture.getHeight()) >= 2 * LONGEST_SIDE) {
            picture = scaled(picture, 0.5, 1);
        }
        double longest = Math.max(picture.getWidth(), picture.getHeight());
        return scaled(picture, Math.min(1, LONGEST_SIDE / longest), orientation);
    }

    private static BufferedImage scaled(BufferedImage source, double factor, int orientation) {
        int width = Math.max(1, (int) Math.round(source.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(source.getHeight() * factor));
        boolean turned = Orientation.turned(orientation);
        BufferedImage target =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
        AffineTransform transform = Orientation.upright(orientation, width, height);
        transform.scale(width / (double) source.getWidth(), height / (double) source.getHeight());
        graphics.drawImage(source, transform, null);
        graphics.dispose();
        return target;
    }

    private static byte[] encoded(BufferedImage picture, MediaFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.word()).next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == MediaFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Unrenderable unreadable(MediaFormat format) {
        return new Unrenderable(
                "MEDIA_TYPE_MISMATCH", "the " + format.word() + " picture cannot be read; give a JPEG or PNG");
    }
}
