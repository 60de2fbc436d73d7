package dev.callsheet.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The formats that are known, each by its first bytes and never by its name. */
public enum MediaFormat {
    JPEG(Kind.IMAGE, "image/jpeg", "jpg"),
    PNG(Kind.IMAGE, "image/png", "png"),
    WEBP(Kind.IMAGE, "image/webp", "webp"),
    BMP(Kind.IMAGE, "image/bmp", "bmp"),
    MP4(Kind.VIDEO, "video/mp4", "mp4"),
    MOV(Kind.VIDEO, "video/quicktime", "mov"),
    WEBM(Kind.VIDEO, "video/webm", "webm"),
    WAV(Kind.AUDIO, "audio/wav", "wav"),
    MP3(Kind.AUDIO, "audio/mpeg", "mp3");

    /** How many bytes {@link #of} wants to see. */
    public static final int HEAD_BYTES = 16;

    /** Brands of ISO base media files that hold pictures or sound only. */
    private static final Set<String> OTHER_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis", "M4A ", "M4B ", "crx ");

    /** What a medium is, whatever its format. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO
    }

    private final Kind kind;
    private final String type;
    private final String extension;

    MediaFormat(Kind kind, String type, String extension) {
        this.kind = kind;
        this.type = type;
        this.extension = extension;
    }

    public Kind kind() {
        return kind;
    }

    /** The media type, as {@code image/png}. */
    public String type() {
        return type;
    }

    /** Of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** The format of that media type; parameters and the common second spellings are understood. */
    public static Optional<MediaFormat> ofType(String type) {
        String plain = type.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        String first = switch (plain) {
            case "image/jpg" -> "image/jpeg";
            case "image/x-ms-bmp" -> "image/bmp";
            case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "audio/wav";
            case "audio/mp3" -> "audio/mpeg";
            default -> plain;
        };
        return Arrays.stream(values())
                .filter(format -> format.type.equals(first))
                .findFirst();
    }

    /** The format of a file that begins like this. */
    public static Optional<MediaFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("RIFF")) {
            return text.startsWith("WEBP", 8)
                    ? Optional.of(WEBP)
                    : text.startsWith("WAVE", 8) ? Optional.of(WAV) : Optional.empty();
        }
        if (text.startsWith("ftyp", 4) && text.length() >= 12) {
            String brand = text.substring(8, 12);
            return OTHER_BRANDS.contains(brand) ? Optional.empty() : Optional.of(brand.equals("qt  ") ? MOV : MP4);
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(WEBM);
        }
        if (text.startsWith("ID3") || layerThree(head)) {
            return Optional.of(MP3);
        }
        return text.startsWith("BM") ? Optional.of(BMP) : Optional.empty();
    }

    /** A frame header of MPEG audio layer III (ISO 11172-3, 2.4.1.3) without a reserved value in it. */
    private static boolean layerThree(byte[] head) {
        return head.length > 3
                && head[0] == (byte) 0xff
                && (head[1] & 0xe6) == 0xe2
                && (head[1] & 0x18) != 0x08
                && (head[2] & 0xf0) != 0xf0
                && (head[2] & 0xf0) != 0
                && (head[2] & 0x0c) != 0x0c;
    }
}
