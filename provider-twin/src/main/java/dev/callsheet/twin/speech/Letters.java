package dev.callsheet.twin.speech;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The alphabet of the twin's voice: a text as symbols from 0 to {@value #SYMBOLS} less one, and back. What has no symbol
 * of its own goes as the bytes of its UTF-8, two symbols each.
 */
final class Letters {
    static final int SYMBOLS = 100;
    static final int SPACE = 0;

    private static final String OWN =
            " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,?!'-:;\"()/&%+@#$";
    private static final int FIRST_NIBBLE = OWN.length();
    private static final int NIBBLES = 16;

    private Letters() {}

    /** The symbols of one character. */
    static List<Integer> symbols(int character) {
        int own = OWN.indexOf(character);
        if (own >= 0) {
            return List.of(own);
        }
        var symbols = new ArrayList<Integer>();
        for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            symbols.add(FIRST_NIBBLE + (part >> 4 & 0xf));
            symbols.add(FIRST_NIBBLE + (part & 0xf));
        }
        return symbols;
    }

    /** The text of these symbols; what makes no sense is left out. */
    static String text(List<Integer> symbols) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int symbol : symbols) {
            int nibble = symbol - FIRST_NIBBLE;
            if (nibble >= 0 && nibble < NIBBLES) {
                if (high < 0) {
                    high = nibble;
                } else {
                    bytes.write(high << 4 | nibble);
                    high = -1;
                }
            } else if (nibble < 0) {
                text.append(bytes.toString(StandardCharsets.UTF_8));
                bytes.reset();
                high = -1;
                text.append(OWN.charAt(symbol));
            }
        }
        text.append(bytes.toString(StandardCharsets.UTF_8));
        return text.toString().strip();
    }
}
