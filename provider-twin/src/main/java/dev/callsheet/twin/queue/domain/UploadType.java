package dev.callsheet.twin.queue.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be uploaded, and the one content type that each signature allows. */
public enum UploadType {
    JPEG("image/jpeg"),
    /** Not a slip: the provider signs {@code image/jpg} for this one. */
    JPG("image/jpg"),
    PNG("image/png"),
    MP4("video/mp4"),
    MP3("audio/mpeg"),
    WAV("audio/wav");

    private final String contentType;

    UploadType(String contentType) {
        this.contentType = contentType;
    }

    /** The content type that a PUT must carry, letter by letter. */
    public String contentType() {
        return contentType;
    }

    /** File extension and the word in the request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that word. */
    public static Optional<UploadType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** All words, for error messages. */
    public static String words() {
        return Arrays.stream(values()).map(UploadType::word).collect(Collectors.joining(", "));
    }
}
