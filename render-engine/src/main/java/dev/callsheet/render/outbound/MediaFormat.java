package dev.callsheet.render.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The formats that can be handed to a provider, known by their first bytes and not by their names. */
public enum MediaFormat {
    JPEG,
    PNG,
    MP4,
    MP3,
    WAV,
    /** A picture that no provider takes as it is, but that we can read. */
    BMP,
    /** Likewise. */
    WEBP;

    /** How many bytes {@link #of} wants to see. */
    public static final int HEAD_BYTES = 12;

    /** The word in file names and upload requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean picture() {
        return this == JPEG || this == PNG || this == BMP || this == WEBP;
    }

    /** The format of a file that begins like this. */
    public static Optional<MediaFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("ftyp", 4)) {
            return Optional.of(MP4);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("ID3") || (head.length > 1 && head[0] == (byte) 0xff && (head[1] & 0xe0) == 0xe0)) {
            return Optional.of(MP3);
        }
        return text.startsWith("BM") ? Optional.of(BMP) : Optional.empty();
    }
}
