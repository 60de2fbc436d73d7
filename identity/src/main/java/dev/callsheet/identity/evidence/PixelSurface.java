package dev.callsheet.identity.evidence;

import dev.callsheet.identity.picture.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing as PNG, painted only when its size is known. */
final class PixelSurface implements Surface {
    private static final Color BEHIND_PICTURES = new Color(0xee, 0xee, 0xee);

    private final SheetFont font;
    private final List<Consumer<Graphics2D>> strokes = new ArrayList<>();

    PixelSurface(SheetFont font) {
        this.font = font;
    }

    @Override
    public void fill(Shape shape, Color colour) {
        strokes.add(g -> {
            g.setColor(colour);
            g.fill(shape);
        });
    }

    @Override
    public void stroke(Shape shape, Color colour, double width) {
        strokes.add(g -> {
            g.setColor(colour);
            g.setStroke(new BasicStroke((float) width));
            g.draw(shape);
        });
    }

    @Override
    public void text(String text, double x, double y, double size, Color colour, Anchor anchor) {
        String visual = SheetFont.visual(text);
        double before = switch (anchor) {
            case START -> 0;
            case MIDDLE -> font.width(visual, size) / 2;
            case END -> font.width(visual, size);
        };
        fill(font.outline(visual, x - before, y, size), colour);
    }

    @Override
    public void group(String name, Runnable drawing) {
        drawing.run();
    }

    /** A picture in the middle of a square. */
    void picture(Picture picture, double x, double y, int side) {
        area(x, y, side, side, BEHIND_PICTURES);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                int red = picture.at(column, row, 0) << 16;
                int green = picture.at(column, row, 1) << 8;
                image.setRGB(column, row, red | green | picture.at(column, row, 2));
            }
        }
        double scale = Math.min((double) side / picture.width(), (double) side / picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        int left = (int) x + (side - width) / 2;
        int top = (int) y + (side - height) / 2;
        strokes.add(g -> g.drawImage(image, left, top, width, height, null));
    }

    /** As much of a text as fits in this width. */
    String fit(String text, double width, double size) {
        if (font.width(text, size) <= width) {
            return text;
        }
        int[] shown = text.codePoints().toArray();
        int length = shown.length;
        while (length > 1 && font.width(new String(shown, 0, length) + "…", size) > width) {
            length--;
        }
        return new String(shown, 0, length).strip() + "…";
    }

    /** Lines of a paragraph, top down; returns the base line after the last. */
    double paragraph(String text, double x, double y, double size, Color colour, double width, int mostLines) {
        double at = y;
        for (String line : lines(text, size, width, mostLines)) {
            text(line, x, at, size, colour, Anchor.START);
            at += size * 1.4;
        }
        return at;
    }

    private List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.width(longer, size) > width && lines.size() < most - 1) {
                lines.add(fit(line, width, size));
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(fit(line, width, size));
        return lines;
    }

    byte[] png(double width, double height) {
        BufferedImage image =
                new BufferedImage((int) Math.ceil(width), (int) Math.ceil(height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(SheetStyle.PAPER);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        strokes.forEach(stroke -> stroke.accept(g));
        g.dispose();
        try (var out = new ByteArrayOutputStream()) {
            // Without it ImageIO would go through a file.
            try (var stream = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(image, "png", stream);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG cannot be written to memory", e);
        }
    }
}
