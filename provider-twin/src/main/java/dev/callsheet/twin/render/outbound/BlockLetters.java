package dev.callsheet.twin.render.outbound;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Map;

/**
 * Letters five blocks wide and seven high, drawn without any font: servers often have none. Knows capitals A to Z and
 * the space.
 */
public final class BlockLetters {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;
    private static final int STEP = WIDTH + 1;

    /** Seven rows of five bits each, the highest bit on the left. */
    private static final Map<Character, int[]> SHAPES = Map.ofEntries(
            shape('A', 14, 17, 17, 31, 17, 17, 17),
            shape('B', 30, 17, 17, 30, 17, 17, 30),
            shape('C', 14, 17, 16, 16, 16, 17, 14),
            shape('D', 30, 17, 17, 17, 17, 17, 30),
            shape('E', 31, 16, 16, 30, 16, 16, 31),
            shape('F', 31, 16, 16, 30, 16, 16, 16),
            shape('G', 14, 17, 16, 23, 17, 17, 15),
            shape('H', 17, 17, 17, 31, 17, 17, 17),
            shape('I', 14, 4, 4, 4, 4, 4, 14),
            shape('J', 7, 2, 2, 2, 2, 18, 12),
            shape('K', 17, 18, 20, 24, 20, 18, 17),
            shape('L', 16, 16, 16, 16, 16, 16, 31),
            shape('M', 17, 27, 21, 21, 17, 17, 17),
            shape('N', 17, 25, 21, 19, 17, 17, 17),
            shape('O', 14, 17, 17, 17, 17, 17, 14),
            shape('P', 30, 17, 17, 30, 16, 16, 16),
            shape('Q', 14, 17, 17, 17, 21, 18, 13),
            shape('R', 30, 17, 17, 30, 20, 18, 17),
            shape('S', 15, 16, 16, 14, 1, 1, 30),
            shape('T', 31, 4, 4, 4, 4, 4, 4),
            shape('U', 17, 17, 17, 17, 17, 17, 14),
            shape('V', 17, 17, 17, 17, 17, 10, 4),
            shape('W', 17, 17, 17, 21, 21, 27, 17),
            shape('X', 17, 17, 10, 4, 10, 17, 17),
            shape('Y', 17, 17, 10, 4, 4, 4, 4),
            shape('Z', 31, 1, 2, 4, 8, 16, 31),
            shape(' ', 0, 0, 0, 0, 0, 0, 0));

    private BlockLetters() {}

    /** Width of a text in pixels, with blocks of the given size. */
    public static int width(String text, int block) {
        return (text.length() * STEP - 1) * block;
    }

    /** Height of a text in pixels, with blocks of the given size. */
    public static int height(int block) {
        return HEIGHT * block;
    }

    /** Draws a text with its top left corner at x, y. */
    public static void draw(Graphics2D canvas, String text, int x, int y, int block, Color color) {
        canvas.setColor(color);
        for (int i = 0; i < text.length(); i++) {
            var rows = SHAPES.get(text.charAt(i));
            if (rows == null) {
                throw new IllegalArgumentException("no block letter for '" + text.charAt(i) + "'");
            }
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < WIDTH; column++) {
                    if ((rows[row] >> (WIDTH - 1 - column) & 1) == 1) {
                        canvas.fillRect(x + (i * STEP + column) * block, y + row * block, block, block);
                    }
                }
            }
        }
    }

    private static Map.Entry<Character, int[]> shape(char letter, int... rows) {
        return Map.entry(letter, rows);
    }
}
