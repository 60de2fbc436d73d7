package dev.callsheet.twin.live.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Map;

/** The word SIMULATED in the picture's corner, in a font of its own: a headless machine may have none. */
final class Marking {
    private static final String WORD = "SIMULATED";
    private static final int DOT = 3;
    private static final int ROWS = 7;

    /** Seven rows of five dots, the leftmost dot in bit 4. */
    private static final Map<Character, int[]> GLYPHS = Map.of(
            'S', new int[] {0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110},
            'I', new int[] {0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
            'M', new int[] {0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001},
            'U', new int[] {0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110},
            'L', new int[] {0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111},
            'A', new int[] {0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001},
            'T', new int[] {0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100},
            'E', new int[] {0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111},
            'D', new int[] {0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110});

    private Marking() {}

    static void paint(Graphics2D to) {
        int width = WORD.length() * 6 * DOT - DOT;
        to.setColor(new Color(0, 0, 0, 150));
        to.fillRoundRect(12, 12, width + 20, ROWS * DOT + 16, 10, 10);
        to.setColor(new Color(255, 214, 90));
        for (int i = 0; i < WORD.length(); i++) {
            glyph(to, GLYPHS.get(WORD.charAt(i)), 22 + i * 6 * DOT, 20);
        }
    }

    private static void glyph(Graphics2D to, int[] rows, int left, int top) {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 5; column++) {
                if ((rows[row] >> 4 - column & 1) == 1) {
                    to.fillRect(left + column * DOT, top + row * DOT, DOT, DOT);
                }
            }
        }
    }
}
