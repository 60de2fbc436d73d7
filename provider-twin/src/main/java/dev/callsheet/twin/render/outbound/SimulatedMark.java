package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.render.domain.FrameSize;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** The word in the corner of every picture the twin makes, so that nobody takes it for a model's work. */
public final class SimulatedMark {

    /** What the mark says. */
    public static final String TEXT = "SIMULATED";

    /** Distance from the left and upper edge, in pixels. */
    public static final int MARGIN = 16;

    private SimulatedMark() {}

    /** White letters on a dark plate, in proportion to the frame. */
    public static BufferedImage image(FrameSize frame) {
        int block = Math.max(2, Math.min(frame.width(), frame.height()) / 240);
        int pad = 3 * block;
        var image = Layer.blank(BlockLetters.width(TEXT, block) + 2 * pad, BlockLetters.height(block) + 2 * pad);
        var canvas = image.createGraphics();
        canvas.setColor(new Color(0, 0, 0, 150));
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        BlockLetters.draw(canvas, TEXT, pad, pad, block, Color.WHITE);
        canvas.dispose();
        return image;
    }
}
