package dev.callsheet.identity.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file that somebody might send.
 *
 * @param fate what may become of it
 * @param because what the refusal says
 */
record Hostile(String name, byte[] bytes, Fate fate, String because) {
    enum Fate {
        /** There is nothing in it that may be shown. */
        REFUSED,
        /** Something of it can be shown; that, or a refusal, is right. */
        EITHER
    }

    static Hostile refused(String name, byte[] bytes) {
        return new Hostile(name, bytes, Fate.REFUSED, "");
    }

    static Hostile refused(String name, String text) {
        return refused(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Hostile either(String name, byte[] bytes) {
        return new Hostile(name, bytes, Fate.EITHER, "");
    }

    /** The same, if its refusal has to say this. */
    Hostile because(String words) {
        return new Hostile(name, bytes, fate, words);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** Where these letters stand. */
    static int find(byte[] bytes, String letters, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(letters, from);
        if (at < 0) {
            throw new IllegalStateException(letters + " is not in the file");
        }
        return at;
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
